package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What goes wrong at a desk is explained, and nothing that was typed is lost. */
class DeskJourney {

    private static final String SAME_DAY = "2.000635";

    @Test
    void twoOfficialsOnOneCaseAreToldAndKeepWhatTheyTyped() {
        City.nextWorkingDayAt("09:10");
        var receipt = handedInBy("minh");
        try (var first = Official.at(Device.DESKTOP, Official.ONE_STOP);
                var second = Official.at(Device.DESKTOP, Official.ONE_STOP)) {
            first.open(receipt.code());
            second.open(receipt.code());
            first.record("accept", "");
            second.record("refuse", "Thiếu giấy tờ tùy thân.");

            second.visit().forgiveRefusals();
            assertThat(second.words()).contains("Tiếp nhận hồ sơ: Vũ Thị Thu");
            assertThat(second.visit().page().locator("textarea[name=reason]").inputValue())
                    .isEqualTo("Thiếu giấy tờ tùy thân.");
            assertThat(second.visit().page().locator(".hd-notice").first().innerText())
                    .contains(receipt.code());
            second.look("conflict");
        }
    }

    @Test
    void aFormSentTwiceActsOnce() {
        City.nextWorkingDayAt("09:20");
        try (var visit = Visit.on(Device.DESKTOP).signIn("hoa")) {
            visit.open("/apply/" + SAME_DAY);
            visit.press("form[action='/apply/" + SAME_DAY + "'] button");
            var resident = new Resident(visit).answer(Paper.pdf("don.pdf", "Sent twice"));
            var sent = new ArrayList<Request>();
            visit.page().onRequest(request -> {
                if (request.method().equals("POST") && request.url().endsWith("/submit")) {
                    sent.add(request);
                }
            });
            var receipt = resident.handIn();
            assertThat(sent).hasSize(1);

            for (int again = 0; again < 2; again++) {
                var answer = visit.repeat(sent.getFirst());
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.url()).endsWith(receipt.application() + "/receipt");
            }
            visit.open("/my/applications");
            assertThat(visit.words().split(receipt.code(), -1)).hasSize(2);
        }
    }

    @Test
    void aForgedCaseIsAnsweredLikeAnUnknownOne() {
        City.nextWorkingDayAt("09:30");
        var receipt = handedInBy("minh");
        try (var officer = Official.at(Device.DESKTOP, Official.ONE_STOP);
                var elsewhere = Visit.on(Device.DESKTOP).signIn("mot-cua-2");
                var neighbour = Visit.on(Device.PHONE).signIn("hoa")) {
            var address = officer.open(receipt.code()).url();
            var forged = refusal(elsewhere, address);
            var unknown = refusal(elsewhere, "/desk/cases/00000000-0000-7000-8000-000000000000");

            assertThat(forged).isEqualTo(unknown).doesNotContain(receipt.code());
            elsewhere.look("problem-forged-case");
            assertThat(refusal(neighbour, receipt.application())).doesNotContain(receipt.code());
        }
    }

    private static Receipt handedInBy(String username) {
        try (var visit = Visit.on(Device.DESKTOP).signIn(username)) {
            return new Resident(visit).apply(SAME_DAY, Paper.pdf("don.pdf", "Request"));
        }
    }

    private static String refusal(Visit visit, String address) {
        var answer = visit.page().navigate(address);
        assertThat(answer).isNotNull();
        assertThat(answer.status()).isEqualTo(404);
        visit.forgiveRefusals();
        return visit.words();
    }
}
