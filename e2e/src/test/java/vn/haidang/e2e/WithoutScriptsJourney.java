package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An old phone that runs no scripts gets everything done all the same. */
class WithoutScriptsJourney {

    @Test
    void aBirthIsRegisteredWithoutAnyScript() {
        City.nextWorkingDayAt("08:15");
        try (var visit = Visit.withoutScripts(Device.PHONE);
                var officer = Official.at(Device.DESKTOP, Official.ONE_STOP);
                var specialist = Official.at(Device.DESKTOP, Official.SPECIALIST);
                var head = Official.at(Device.DESKTOP, Official.HEAD)) {
            var mother = new Resident(visit)
                    .find("giay khai sinh cho con", Resident.BIRTH)
                    .begin("lan", Resident.BIRTH)
                    .answer(Paper.pdf("giay-chung-sinh.pdf", "Without scripts"));
            var receipt = mother.handIn();
            officer.open(receipt.code()).record("ask-supplement", "Thiếu trang hai.");
            mother.supplement(receipt, "Gửi trang hai.", Paper.pdf("trang-hai.pdf", "Page two"));
            officer.open(receipt.code()).record("accept", "");
            specialist.open(receipt.code()).record("propose", "");
            head.open(receipt.code()).record("approve", "");

            var result = mother.download(receipt);
            assertThat(new String(result, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            mother.rate(4, "Tốt.");
            assertThat(visit.words()).contains("4");
        }
    }
}
