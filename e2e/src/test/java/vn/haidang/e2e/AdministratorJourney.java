package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An administrator lets people in and out: by the page, by a table; the newcomer works, leaves, and the work stays. */
class AdministratorJourney {

    private static final String UNIT = "commune-11311-c";
    private static final String OWN = "một câu của riêng tôi";

    @Test
    void anOfficialComesWorksAndLeavesAndTheWorkReturnsToTheQueue() {
        try (var chief = Visit.on(Device.DESKTOP).signIn("quan-tri")) {
            chief.open("/admin/officials");
            chief.look("officials");
            addsByThePage(chief);
            importsATable(chief);
            chief.open("/admin/posts?show=vacant");
            chief.look("posts");
            chief.open("/admin/roles");
            chief.look("roles");
            var password = givesAPassword(chief, "nguoi.moi");
            var work = comesAndTakesWork(password);
            endsThePost(chief);
            try (var left = Visit.on(Device.DESKTOP)) {
                signIn(left, "nguoi.moi", OWN);
                left.page().navigate("/desk");
                assertThat(left.words()).doesNotContain("Hồ sơ cần làm hôm nay");
            }
            try (var officer = Official.at(Device.DESKTOP, Official.ONE_STOP)) {
                officer.visit().open(work);
                assertThat(officer.words()).contains("Trả việc về hàng chờ");
            }
        }
    }

    @Test
    void anOfficialSignsInWithAPasskeyAndGivesACalendarAKey() {
        try (var visit = Visit.on(Device.DESKTOP)) {
            visit.open(byName("/sign-in"));
            visit.signIn("thu-ly-2");
            var devices = visit.page().context().newCDPSession(visit.page());
            devices.send("WebAuthn.enable", new JsonObject());
            devices.send("WebAuthn.addVirtualAuthenticator", device());

            visit.open(byName("/my/security"));
            visit.look("security");
            visit.open(byName("/sign-in/second/new"));
            visit.look("enrol");
            visit.page().locator("form[data-passkey] button").click();
            visit.page().waitForURL("**/codes");
            visit.look("codes");
            assertThat(visit.page().locator("#codes code").count()).isEqualTo(10);
            visit.press("main form button");
            assertThat(visit.words()).contains("Khóa đăng nhập");
            visit.look("security-passkey");

            visit.press("form[action='/sign-out'] button");
            visit.open(byName("/sign-in"));
            fill(visit, "thu-ly-2", City.HAIDANG.password());
            assertThat(visit.page().url()).endsWith("/sign-in/second");
            visit.look("second");
            visit.page().locator("form[data-passkey] button").click();
            visit.page().waitForURL("**/desk");

            givesACalendarAKey(visit);
        }
    }

    private static void givesACalendarAKey(Visit visit) {
        visit.open(byName("/my/keys"));
        visit.page().locator("#name").fill("Lịch trên điện thoại");
        visit.page().locator("input[name=door][value=feed]").check();
        visit.press("form[action='/my/keys'] button");
        visit.look("keys");
        var address = visit.page().locator("#made").innerText();
        var calendar = visit.page().request().get(address);
        assertThat(calendar.status()).isEqualTo(200);
        assertThat(calendar.text()).startsWith("BEGIN:VCALENDAR");
        visit.press("form[action$='/revoke'] button");
        assertThat(visit.page().request().get(address).status()).isEqualTo(401);
    }

    private static void addsByThePage(Visit chief) {
        chief.open("/admin/officials/new");
        chief.look("official-new");
        chief.page().locator("#username").fill("nguoi.moi");
        chief.page().locator("#name").fill("Hà Thị Mới");
        chief.page().locator("#unit").selectOption(UNIT);
        chief.page().locator("#role").selectOption("one-stop-officer");
        chief.page().locator("#title").fill("Công chức tiếp nhận");
        chief.page().locator("#from").fill("2026-01-05");
        chief.press("main form button");
        assertThat(chief.words()).contains("Tài khoản mới");
        chief.look("official-change");
        chief.press("form[action='/admin/officials/save'] button");
        assertThat(chief.words()).contains("Đã lưu thay đổi");
    }

    private static void importsATable(Visit chief) {
        var header = "username,name,email,unit,role,title,valid_from,valid_to\n";
        var good = "bang.mot,Lý Văn Một,," + UNIT + ",specialist,Chuyên viên tư pháp,2026-01-05,\n";
        hand(chief, header + good + "bang.hai,Lý Văn Hai,,khong-co,specialist,Chuyên viên,2026-01-05,\n");
        assertThat(chief.words()).contains("Không có đơn vị “khong-co”");
        chief.forgiveRefusals();
        chief.look("officials-import-refused");
        hand(chief, header + good);
        chief.press("form[action='/admin/officials/save'] button");
        assertThat(chief.words()).contains("Đã lưu thay đổi");
        hand(chief, header + good);
        assertThat(chief.words()).contains("không có gì để thay đổi");
    }

    private static void hand(Visit chief, String table) {
        chief.open("/admin/officials/import");
        chief.page()
                .locator("#file")
                .setInputFiles(new FilePayload("can-bo.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        chief.press("main form button");
    }

    private static String givesAPassword(Visit chief, String username) {
        find(chief, username);
        chief.press("form[action$='/password'] button");
        chief.look("official");
        return chief.page().locator("#given").innerText();
    }

    private static String comesAndTakesWork(String password) {
        try (var newcomer = Visit.on(Device.PHONE)) {
            signIn(newcomer, "nguoi.moi", password);
            assertThat(newcomer.page().url()).endsWith("/sign-in/password");
            newcomer.look("password");
            newcomer.page().locator("#password").fill(OWN);
            newcomer.page().locator("#again").fill(OWN);
            newcomer.press("main form button");
            assertThat(newcomer.page().url()).endsWith("/desk");
            newcomer.open("/desk?filter=queue");
            newcomer.press("[data-row] a[href^='/desk/cases/']");
            newcomer.press("form[action$='/claim'] button");
            newcomer.open("/my/security");
            newcomer.look("security");
            newcomer.open("/my/keys");
            newcomer.look("keys-empty");
            newcomer.open("/desk?filter=mine");
            return newcomer.page()
                    .locator("[data-row] a[href^='/desk/cases/']")
                    .first()
                    .getAttribute("href");
        }
    }

    private static void endsThePost(Visit chief) {
        find(chief, "nguoi.moi");
        chief.press("form[action$='/end'] button");
        assertThat(chief.page().locator("#moved-staff").innerText()).contains("Hà Thị Mới");
        chief.look("official-leaves");
        chief.press("form[action='/admin/officials/save'] button");
        chief.open("/admin/keys");
        chief.look("all-keys");
    }

    private static void find(Visit chief, String username) {
        chief.open("/admin/officials?q=" + username);
        chief.press(".hd-table th a");
    }

    private static void signIn(Visit visit, String username, String password) {
        visit.open("/sign-in");
        fill(visit, username, password);
    }

    private static void fill(Visit visit, String username, String password) {
        visit.page().locator("[name=username]").fill(username);
        visit.page().locator("[name=password]").fill(password);
        visit.press("form[action='/sign-in'] button");
    }

    /** Passkeys know sites by name, never by number. */
    private static String byName(String path) {
        return City.HAIDANG.address().replace("127.0.0.1", "localhost") + path;
    }

    private static JsonObject device() {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        return device;
    }
}
