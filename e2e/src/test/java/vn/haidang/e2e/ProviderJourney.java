package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Residents sign in with an electronic identity: a real Keycloak stands in for VNeID. */
class ProviderJourney {

    private static final String RETURN = "/sign-in/provider/return?";

    @Test
    void aCitizenComesFromTheIdentityProvider() {
        try (var provider = new Keycloak();
                var city = Haidang.start(
                        Haidang.MONDAY_MORNING,
                        Map.of(
                                "HAIDANG_OIDC_ISSUER", provider.issuer(),
                                "HAIDANG_OIDC_CLIENT_ID", Keycloak.CLIENT,
                                "HAIDANG_OIDC_CLIENT_SECRET", Keycloak.SECRET))) {
            startsAndServesWhileTheProviderIsAway(city);
            provider.startFor(city);

            var answer = makesAnAccountForACitizenNobodyKnew(city);
            believesNoAnswerTwice(city, answer);
            believesNoCodeThatWasMeantForAnother(city, provider);
            leadsAKnownCitizenToTheirOwnAccount(city);
            refusesAnIdentityWithoutANumber(city);
            provider.rotateKeys();
            signsOutAtBothPlaces(city);
        }
    }

    private static void startsAndServesWhileTheProviderIsAway(Haidang city) {
        try (var visit = Visit.to(city, Device.PHONE)) {
            visit.open("/sign-in");
            visit.look("provider-sign-in");
            visit.press("#provider");
            assertThat(visit.words()).contains("Hệ thống định danh điện tử chưa trả lời");
            visit.forgiveRefusals();
            visit.look("provider-away");
            visit.open("/services");
        }
    }

    private static String makesAnAccountForACitizenNobodyKnew(Haidang city) {
        try (var visit = Visit.to(city, Device.PHONE)) {
            List<String> answers = new CopyOnWriteArrayList<>();
            visit.page().onRequest(request -> {
                if (request.url().contains(RETURN)) {
                    answers.add(request.url());
                }
            });
            visit.open("/my/applications");
            identify(visit, "khanh");

            assertThat(visit.page().url()).endsWith("/my/applications");
            visit.open("/my");
            assertThat(visit.words()).contains("Lê Thị Khánh");
            visit.look("provider-my");
            visit.open("/my/authorisations");
            assertThat(visit.words()).contains("Ủy quyền của Lê Thị Khánh");
            visit.open("/apply/1.004873");
            visit.page()
                    .locator("[name=unit]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            visit.press("main form button");
            assertThat(visit.page().locator("[id='requester.personal-number']").innerText())
                    .contains("820190000071");
            return answers.getFirst();
        }
    }

    private static void believesNoAnswerTwice(Haidang city, String answer) {
        try (var visit = Visit.to(city, Device.DESKTOP)) {
            assertThat(status(visit.page(), answer)).isEqualTo(400);
            assertThat(visit.words()).contains("Lần đăng nhập này đã cũ hoặc không bắt đầu từ đây");
            visit.open("/sign-in");
            visit.page().navigate("/sign-in/provider");
            var state = parameter(visit.page().url(), "state");
            var replayed = answer.replaceFirst("state=[^&]*", "state=" + state);
            assertThat(status(visit.page(), replayed)).isEqualTo(403);
            assertThat(visit.words()).contains("Chưa xác nhận được bạn");
        }
    }

    /** A code that another program asked for, brought to ours. */
    private static void believesNoCodeThatWasMeantForAnother(Haidang city, Keycloak provider) {
        String theirs;
        try (var elsewhere = Visit.to(city, Device.DESKTOP)) {
            elsewhere
                    .page()
                    .navigate(provider.issuer() + "/protocol/openid-connect/auth?response_type=code&client_id=another"
                            + "&scope=openid&state=theirs&redirect_uri=" + city.address() + "/sign-in/provider/return");
            var answer = elsewhere
                    .page()
                    .waitForRequest(
                            request -> request.url().startsWith(city.address() + RETURN),
                            () -> fill(elsewhere, "khanh"));
            theirs = parameter(answer.url(), "code");
        }
        try (var visit = Visit.to(city, Device.DESKTOP)) {
            visit.open("/sign-in");
            visit.page().navigate("/sign-in/provider");
            var state = parameter(visit.page().url(), "state");

            assertThat(status(visit.page(), city.address() + RETURN + "state=" + state + "&code=" + theirs))
                    .isEqualTo(403);
        }
    }

    private static void leadsAKnownCitizenToTheirOwnAccount(Haidang city) {
        try (var visit = Visit.to(city, Device.DESKTOP)) {
            visit.open("/sign-in");
            identify(visit, "lan");
            visit.open("/my");
            assertThat(visit.words()).contains("Nguyễn Thị Lan").contains("Trần Thị Minh Anh");
        }
    }

    private static void refusesAnIdentityWithoutANumber(Haidang city) {
        try (var visit = Visit.to(city, Device.DESKTOP)) {
            visit.open("/sign-in");
            identify(visit, "chua-du");
            assertThat(visit.words()).contains("Tài khoản định danh chưa đủ thông tin");
            visit.forgiveRefusals();
            visit.look("provider-claims");
        }
    }

    /** With keys that are new to us, in the browser of somebody who came before. */
    private static void signsOutAtBothPlaces(Haidang city) {
        try (var visit = Visit.to(city, Device.DESKTOP)) {
            visit.open("/sign-in");
            identify(visit, "khanh");
            visit.open("/my");
            assertThat(visit.words()).contains("Lê Thị Khánh");
            visit.press("form[action='/sign-out'] button");
            visit.page().waitForURL(city.address() + "/");
            visit.open("/sign-in");
            visit.press("#provider");
            assertThat(visit.page().locator("#username").isVisible())
                    .as("the provider asks again who it is")
                    .isTrue();
        }
    }

    private static void identify(Visit visit, String citizen) {
        visit.press("#provider");
        fill(visit, citizen);
    }

    private static void fill(Visit visit, String citizen) {
        visit.page().locator("#username").fill(citizen);
        visit.page().locator("#password").fill(Keycloak.PASSWORD);
        visit.press("#kc-login");
    }

    private static int status(Page page, String address) {
        var answer = page.navigate(address);
        assertThat(answer).isNotNull();
        return answer.status();
    }

    private static String parameter(String address, String name) {
        var found = java.util.regex.Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        assertThat(found.find()).as(address).isTrue();
        return found.group(1);
    }
}
