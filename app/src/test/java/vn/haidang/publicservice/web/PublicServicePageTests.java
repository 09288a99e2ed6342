package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Reading;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.PageRequest;

@WebTest
class PublicServicePageTests {

    private static final String SINGLE = "1.004873";
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";

    private final MockMvcTester pages;
    private final Applications applications;
    private final Drafts drafts;
    private final Journal journal;
    private final Applicant people;
    private final Cases cases;
    private final ClockActs clocks;

    PublicServicePageTests(
            MockMvcTester pages,
            Applications applications,
            Drafts drafts,
            Journal journal,
            ApplicationContext context) {
        this.journal = journal;
        this.pages = pages;
        this.applications = applications;
        this.drafts = drafts;
        this.cases = context.getBean(Cases.class);
        this.clocks = context.getBean(ClockActs.class);
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void findsAServiceWithoutDiacriticsAndShowsWhatItNeeds() {
        assertThatPage(pages.get().uri("/services?q=dang ky khai sinh").exchange())
                .hasHeading("Dịch vụ công")
                .hasLink("Đăng ký khai sinh", "/services/1.001193")
                .hasNoDuplicateIds();
        assertThatPage(pages.get().uri("/services/1.001193").exchange())
                .hasHeading("Thủ tục đăng ký khai sinh")
                .contains("15:00")
                .contains("Giấy chứng sinh")
                .hasLink("Đăng nhập để nộp trực tuyến", "/apply/1.001193")
                .hasNoDuplicateIds();
        assertThatPage(pages.get().uri("/services/2.002516").exchange()).contains("Chưa xác lập được thời hạn");
        assertThatPage(pages.get().uri("/services?q=xyzzy").exchange()).contains("Chưa tìm thấy dịch vụ nào");
        assertThatPage(pages.get().uri("/").exchange()).contains("Theo việc trong đời");
    }

    @Test
    void showsTheCatalogueInEnglish() {
        assertThatPage(pages.get()
                        .uri("/services/1.001193")
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .contains("Birth registration")
                .contains("Time limit")
                .isEnglish();
        assertThatPage(pages.get()
                        .uri("/services/2.000200")
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .contains("Hải Phòng City")
                .doesNotContain("Thành phố Hải Phòng");
        assertThatPage(pages.get()
                        .uri("/services")
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .has("#agency option[lang=vi]")
                .hasNo("#field option[lang]");
    }

    @Test
    void leadsFromTheStartThroughQuestionsToTheReceipt() {
        Reader reader = people.resident("Nguyễn Thị Trang");
        AccountId account = account(reader);
        assertThatPage(get("/apply/" + SINGLE, account))
                .hasHeading("Nộp hồ sơ ở đâu?")
                .hasNoDuplicateIds();
        String question =
                redirect(post("/apply/" + SINGLE + "?unit=" + people.commune().value(), account));
        assertThatPage(get(question, account))
                .contains("Nguyễn Thị Trang")
                .contains("Sai? Đề nghị sửa")
                .hasNoDuplicateIds();
        assertThatPage(get(question + "?correct=requester.full-name", account))
                .hasField("requester.full-name", "Nguyễn Thị Trang")
                .hasNoDuplicateIds();

        DraftId draft = people.filled(SINGLE, reader);
        String path = "/apply/" + SINGLE + "/" + draft.value();
        assertThatPage(get(path + "/check", account))
                .hasHeading("Kiểm tra trước khi nộp")
                .hasNoDuplicateIds();
        UUID key = UUID.randomUUID();
        String receipt = redirect(post(path + "/submit?key=" + key, account));
        assertThat(redirect(post(path + "/submit?key=" + key, account))).isEqualTo(receipt);

        assertThatPage(get(receipt, account))
                .hasHeading("Đã nhận hồ sơ của bạn")
                .contains("Vì sao là ngày này?")
                .contains("H24.")
                .hasNoDuplicateIds();
        String mine = receipt.substring(0, receipt.length() - "/receipt".length());
        assertThatPage(get(mine, account)).contains("Chờ tiếp nhận").hasNoDuplicateIds();
        assertThatPage(get(mine + "/withdraw", account)).hasHeading("Rút hồ sơ?");
        assertThatPage(get("/my/applications", account)).contains("Giấy xác nhận tình trạng hôn nhân");
        assertThatPage(get("/my", account)).contains("Hồ sơ của tôi");
        ApplicationId id = new ApplicationId(UUID.fromString(mine.substring(mine.lastIndexOf('/') + 1)));
        assertThat(applications.get(id, reader).device()).isEqualTo(Device.PHONE);
    }

    @Test
    void sendsFilesToBeKeptAndOnlyToTheirOwner() {
        Reader reader = people.resident("Trần Thị Uyên");
        AccountId stranger = account(people.resident("Người Lạ Mặt"));
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        String file = "/my/applications/" + id.value() + "/files/"
                + applications.get(id, reader).files().getFirst().file().value();

        MvcTestResult own = get(file, account(reader));

        assertThat(own).hasStatusOk();
        assertThat(own.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(own.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(own.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(get(file, stranger)).hasStatus(404);
        assertThat(get("/my/applications/" + id.value(), stranger)).hasStatus(404);
        assertThat(get("/my/applications/" + id.value() + "/receipt", stranger)).hasStatus(404);
        assertThat(get("/desk" + file.substring(3), stranger)).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/my/applications/nonsense",
                "/my/applications/00000000-0000-0000-0000-000000000000",
                "/my/applications/1-1-1-1-1/receipt",
                "/apply/1.004873/nonsense/check",
                "/apply/9.999999",
                "/services/nothing"
            })
    void answersAddressesThatLeadNowhereAsNotFound(String path) {
        assertThat(get(path, account(people.resident("Lý Thị Vân")))).hasStatus(404);
    }

    @Test
    void leavesATraceOfEveryOpeningOfOnesOwnDossier() {
        Reader reader = people.resident("Đỗ Thị Vết");
        AccountId account = account(reader);
        ApplicationId id = people.submitted("1.001193", reader, Device.PHONE);
        String path = "/my/applications/" + id.value();
        var file = applications.get(id, reader).files().getFirst().file().value();

        for (String each : List.of(path, path + "/receipt", path + "/clock", path + "/files/" + file)) {
            assertThat(get(each, account)).hasStatusOk();
        }
        get("/my", account);
        get("/my/applications", account);
        assertThat(get(path, account(people.resident("Đỗ Thị Lạ")))).hasStatus(404);

        assertThat(journal.readsOf(new Subject(Traces.APPLICATION, id.value()), PageRequest.first(10))
                        .rows())
                .allMatch(reading -> reading.reader().equals(reader.actor()))
                .extracting(Reading::purpose)
                .containsExactly(
                        "publicservice/my-file",
                        "publicservice/my-application",
                        "publicservice/my-application",
                        "publicservice/my-application");
    }

    @Test
    void asksTheDatabaseNoMoreForManyRowsThanForOne() {
        Reader reader = people.resident("Quách Thị Yến");
        AccountId account = account(reader);
        people.submitted(SINGLE, reader, Device.PHONE);
        get("/my/applications", account);
        long one = StatementCount.least(() -> get("/my/applications", account));
        for (int i = 0; i < 4; i++) {
            people.submitted(SINGLE, reader, Device.PHONE);
        }

        assertThat(StatementCount.least(() -> get("/my/applications", account))).isLessThanOrEqualTo(one);
        pages.get().uri("/services?q=khai sinh").exchange();
        assertThat(StatementCount.least(
                        () -> pages.get().uri("/services?q=khai sinh").exchange()))
                .isLessThanOrEqualTo(4);
        assertThat(StatementCount.least(
                        () -> pages.get().uri("/services/1.001193").exchange()))
                .isLessThanOrEqualTo(6);
    }

    @Test
    void tellsTheApplicantWhyTheOfficeStoppedTheClock() {
        Reader reader = people.resident("Nguyễn Thị Trang");
        ApplicationId id = people.submitted(SINGLE, reader, Device.DESKTOP);
        CaseSummary opened = cases.get(applications.get(id, reader).caseId(), reader);
        Reader head = new Reader(
                new AccountId(UUID.randomUUID()),
                "Phạm Văn Duyệt",
                Set.of(new Reader.Holding(opened.competentUnit(), Role.UNIT_HEAD)));
        String path = "/my/applications/" + id.value();

        clocks.stop(
                new ClockActs.Stop(
                        opened.id(), opened.version(), "Chờ giám định", "Điều 20 NĐ 118/2025", UUID.randomUUID()),
                head);

        assertThatPage(get(path, account(reader)))
                .isVietnamese()
                .hasTag("Tạm dừng thời hạn")
                .contains("Bạn không phải làm gì")
                .contains("Chờ giám định (Điều 20 NĐ 118/2025)")
                .hasNo("a[href$=/supplement]");
        assertThatPage(get(path + "/clock", account(reader)))
                .hasHeading("Vì sao hẹn ngày này?")
                .contains("Đang dừng")
                .contains("Chờ giám định")
                .contains("Điều 20 NĐ 118/2025")
                .contains("Cơ quan cho dừng")
                .hasNoDuplicateIds();
        assertThat(get(path + "/clock", account(people.resident("Đỗ Thị Lạ")))).hasStatus(404);
        assertThat(get(path + "/supplement", account(reader)).getResponse().getStatus())
                .isGreaterThanOrEqualTo(300);
    }

    @Test
    void breaksOnNothingThatIsPosted() {
        Reader reader = people.resident("Phùng Thị Xuân");
        AccountId account = account(reader);
        DraftId draft = applications.prepare(SINGLE, people.commune(), reader);
        ApplicationId id = people.submitted(SINGLE, reader, Device.DESKTOP);
        var random = new Random(227);
        var targets = drafts.get(draft, reader).form().pages().stream()
                .map(page -> "/apply/" + SINGLE + "/" + draft.value() + "/" + page.code())
                .toList();
        for (int i = 0; i < 150; i++) {
            String target = i % 3 == 0
                    ? "/my/applications/" + id.value() + (i % 2 == 0 ? "/rating" : "/supplement")
                    : targets.get(random.nextInt(targets.size()));
            var request = pages.post().uri(target).with(SignedIn.withForm(account));
            for (String name : new String[] {
                "requester.full-name",
                "requester.birth-date-day",
                "requester.residence",
                "delivery.way",
                "stars",
                "comment",
                "key",
                "note",
                "remove",
                "turn",
                "unit"
            }) {
                if (random.nextBoolean()) {
                    request = request.param(name, junk(random));
                }
            }
            assertThat(request.exchange().getResponse().getStatus()).as(target).isLessThan(500);
        }
    }

    private static String junk(Random random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            text.appendCodePoint(
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt(32);
                        case 1 -> 0x1F600 + random.nextInt(40);
                        case 2 -> "<>'\"&%_\\;".charAt(random.nextInt(9));
                        case 3 -> 0x1EA0 + random.nextInt(80);
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return text.toString();
    }

    private MvcTestResult get(String path, AccountId account) {
        return pages.get().uri(path).with(SignedIn.as(account)).exchange();
    }

    private MvcTestResult post(String path, AccountId account) {
        return pages.post()
                .uri(path)
                .with(SignedIn.withForm(account))
                .header("User-Agent", PHONE)
                .exchange();
    }

    private static String redirect(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return java.util.Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private static AccountId account(Reader reader) {
        return java.util.Objects.requireNonNull(reader.account());
    }
}
