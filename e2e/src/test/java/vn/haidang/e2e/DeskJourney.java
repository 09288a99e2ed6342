package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What goes wrong at a desk is explained, and nothing that was typed is lost. */
class DeskJourney {

    private static final String SAME_DAY = "1.000656";

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
            var check = visit.page().url();
            var key = visit.page().locator("input[name=key]").inputValue();
            var receipt = resident.handIn();

            visit.page().goBack();
            if (visit.page().url().equals(check)
                    && visit.page().locator("form[action$='/submit']").count() == 1) {
                visit.page().locator("input[name=key]").evaluate("(box, key) => { box.value = key }", key);
                visit.press("form[action$='/submit'] button");
            }
            visit.forgiveRefusals();
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
