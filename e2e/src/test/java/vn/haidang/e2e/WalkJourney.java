package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One request moves one target: a mother registers a birth, the commune decides, the plan has counted it. */
class WalkJourney {

    @ParameterizedTest
    @EnumSource(Device.class)
    void aBirthIsRegisteredAndThePlanMoves(Device device) {
        var morning = City.nextWorkingDayAt("08:30");
        var notification = Paper.pdf("giay-chung-sinh.pdf", "Giay chung sinh " + device);
        try (var visit = Visit.on(device);
                var visitor = Visit.on(Device.DESKTOP);
                var reader = Visit.on(device);
                var officer = Official.at(Device.DESKTOP, Official.ONE_STOP);
                var specialist = Official.at(Device.DESKTOP, Official.SPECIALIST);
                var head = Official.at(device, Official.HEAD)) {
            var before = PlanTile.commune(visitor);
            var figure = OpenFigure.at(reader, before);
            var mother = new Resident(visit).lookingAtEverything("walk").find("dang ky khai sinh", Resident.BIRTH);
            assertThat(visit.words()).contains("15:00").contains("Giấy chứng sinh");

            mother.begin("lan", Resident.BIRTH).answer(notification);
            assertThat(mother.asked()).hasSizeGreaterThan(12);
            assertThat(mother.known())
                    .contains("mother.full-name", "father.full-name", "declarant.full-name", "declarant.residence");
            var receipt = mother.handIn();
            assertThat(receipt.code()).isNotBlank();
            assertThat(receipt.promised()).isEqualTo(morning);
            assertThat(receipt.why()).hasSizeGreaterThan(1);
            assertThat(receipt.hashes()).containsExactly(notification.sha256());

            assertThat(specialist.sees(receipt.code())).isFalse();
            officer.open(receipt.code()).look("case-received").record("accept", "");
            specialist
                    .open(receipt.code())
                    .record("ask-supplement", "Ảnh chụp bị mờ, xin chụp lại trang hai.")
                    .look("case-waiting");
            mother.supplement(receipt, "Gửi lại ảnh rõ hơn.", Paper.pdf("chup-lai.pdf", "Chup lai " + device));
            specialist.open(receipt.code()).look("case-appraised").record("propose", "");
            head.open(receipt.code()).look("case-approved").record("approve", "");

            figure.followsTo(before.numerator() + 1, before.denominator() + 1);
            visit.open("/my/notifications");
            assertThat(visit.words()).contains(receipt.code());
            mother.look("notifications");
            visit.open("/my");
            mother.look("my");
            var result = mother.download(receipt);
            assertThat(new String(result, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            mother.rate(5, "Nhanh và rõ ràng.");

            var after = PlanTile.commune(visitor);
            assertThat(after.numerator()).isEqualTo(before.numerator() + 1);
            assertThat(after.denominator()).isEqualTo(before.denominator() + 1);
            visitor.look("plan-" + device.name().toLowerCase(Locale.ROOT));
            visitor.open(after.records());
            assertThat(visitor.words()).doesNotContain(receipt.code());
            assertThat(opensDownToTheCase(head.visit(), after, receipt)).isTrue();
        }
    }

    /** From the city's figure through the commune's to the very case. */
    private static boolean opensDownToTheCase(Visit official, PlanTile tile, Receipt receipt) {
        official.open(tile.records());
        official.look("figure-city");
        official.press("a[href*='unit=commune-11311-c']");
        official.look("figure-commune");
        official.page().getByText(receipt.code()).first().click();
        official.page().waitForURL("**/desk/cases/**");
        return official.words().contains(receipt.code());
    }
}
