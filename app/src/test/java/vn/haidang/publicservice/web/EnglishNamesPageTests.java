package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.BilingualPages;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Bundles;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.Feedbacks;
import vn.haidang.publicservice.internal.own.DataRequests;
import vn.haidang.publicservice.internal.queue.AppointmentJobs;
import vn.haidang.publicservice.internal.queue.Appointments;
import vn.haidang.publicservice.internal.queue.Points;

/** Where the data has an English name, whoever reads English sees it; what has none says that it is Vietnamese. */
@WebTest
class EnglishNamesPageTests {

    private static final String SINGLE = "1.004873";
    private static final String OURS = "Mặc định của sản phẩm";

    private final MockMvcTester pages;
    private final BilingualPages read;
    private final MovableClock clock;
    private final Units units;
    private final Applications applications;
    private final ApplicationContext context;
    private final Applicant people;

    EnglishNamesPageTests(
            MockMvcTester pages,
            MovableClock clock,
            Units units,
            Applications applications,
            ApplicationContext context) {
        this.pages = pages;
        this.read = new BilingualPages(pages);
        this.clock = clock;
        this.units = units;
        this.applications = applications;
        this.context = context;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    @Test
    void namesServiceAndPlaceOfAnAppointmentInEnglish() {
        clock.moveTo(Instant.parse("2026-03-10T01:30:00Z"));
        Reader head = people.officer("Nguyễn Văn Hẹn", Role.UNIT_HEAD);
        Reader resident = people.resident("Người Hẹn Anh Ngữ");
        String slug = "p-" + UUID.randomUUID();
        Points points = context.getBean(Points.class);
        points.open(slug, people.commune(), new Points.Terms("Điểm thử", "Test point", 4, 30, 4), head);
        context.getBean(Appointments.class)
                .book(
                        new Appointments.Booking(
                                slug, SINGLE, LocalDate.of(2026, 3, 11), LocalTime.of(9, 0), UUID.randomUUID()),
                        resident);
        assertThatPage(read.get("/my/appointments", resident, "en"))
                .contains(service("name_en"))
                .doesNotContain(service("short_name"));

        clock.moveTo(Instant.parse("2026-03-12T01:00:00Z"));
        context.getBean(AppointmentJobs.class).close();
        assertThatPage(read.get("/my/notifications", resident, "en"))
                .contains("You missed 09:00 on 11/3/2026 at Test point.")
                .doesNotContain("Điểm thử");
        assertThatPage(read.get("/my/notifications", resident, "vi")).contains("tại Điểm thử");
    }

    @Test
    void saysTheProductsOwnDefaultsInEnglishAndMarksWhatAnAuthorityWrote() {
        Reader resident = people.resident("Trần Thị Nhận");
        var id = people.submitted("1.001193", resident, Device.PHONE).value();
        for (String page : List.of("/receipt", "/clock")) {
            assertThatPage(read.get("/my/applications/" + id + page, resident, "vi"))
                    .contains("Theo " + OURS + ": 8 giờ mỗi ngày");
            assertThatPage(read.get("/my/applications/" + id + page, resident, "en"))
                    .contains("By Default of this product: 8 hours a day")
                    .doesNotContain(OURS);
        }
    }

    @Test
    void namesThePostOfWhoLookedInEnglishWhereTheRoleHasAName() {
        Reader resident = people.resident("Trần Thị Được Đọc");
        Application application = applications.get(people.submitted(SINGLE, resident, Device.PHONE), resident);
        Reader officer = people.officer("Chức danh riêng", Role.ONE_STOP_OFFICER);
        context.getBean(Accounts.class)
                .appoint(
                        account(officer),
                        people.commune(),
                        Role.ONE_STOP_OFFICER,
                        "Công chức một cửa",
                        LocalDate.of(2025, 7, 1),
                        null);
        context.getBean(Journal.class)
                .read(
                        officer.actor(),
                        "casework/desk",
                        List.of(new Subject(
                                "casework/case", application.caseId().value())));

        assertThatPage(read.get("/my/data/readings", resident, "en"))
                .has("span[lang=en]:containsOwn(One-stop officer)")
                .has("span[lang=vi]:containsOwn(Chức danh riêng)")
                .contains(unit().nameEn())
                .doesNotContain("Công chức một cửa");
    }

    @Test
    void namesTheServiceThatFeedbackIsAbout() {
        Reader resident = people.resident("Đặng Thị Góp");
        AccountId officer = account(people.officer("Trần Văn Nghe", Role.ONE_STOP_OFFICER));
        var id = context.getBean(Feedbacks.class)
                .send(new Feedbacks.Sending(
                        Feedback.Kind.SUGGESTION,
                        Feedback.About.SERVICE,
                        "",
                        SINGLE,
                        people.commune(),
                        "",
                        "Nên bớt giấy tờ",
                        true,
                        null,
                        UUID.randomUUID(),
                        resident));
        for (String page : List.of("/my/feedback/", "/desk/feedback/")) {
            AccountId reader = page.startsWith("/my") ? account(resident) : officer;
            assertThatPage(read.get(page + id.value(), reader, "vi"))
                    .hasLink(service("short_name"), "/services/" + SINGLE)
                    .contains(SINGLE);
            assertThatPage(read.get(page + id.value(), reader, "en"))
                    .hasLink(service("name_en"), "/services/" + SINGLE);
        }
        String path = "/desk/cases/" + caseOf("feedback", id.value());
        assertThatPage(read.get(path, officer, "en")).has("h1[lang=en]:containsOwn(Suggestion – " + SINGLE + ")");
        assertThatPage(read.get(path, officer, "vi")).has("h1[lang=vi]:containsOwn(Kiến nghị – " + SINGLE + ")");
    }

    @Test
    void namesACaseOfARequestAboutPersonalDataInEnglish() {
        UUID request = context.getBean(DataRequests.class)
                .send("access", "Xin biết", people.commune(), UUID.randomUUID(), people.resident("Lê Thị Hỏi"));
        AccountId officer = account(people.officer("Trần Văn Dữ", Role.ONE_STOP_OFFICER));
        String path = "/desk/cases/" + caseOf("data_request", request);

        assertThatPage(read.get(path, officer, "en"))
                .has("h1[lang=en]:containsOwn(Request about personal data: Tell me about my data)")
                .doesNotContain("Yêu cầu về dữ liệu cá nhân");
        assertThatPage(read.get(path, officer, "vi")).has("h1[lang=vi]:containsOwn(Yêu cầu về dữ liệu cá nhân)");
    }

    @Test
    void saysWhichUnitDecidesADossierOfALifeEventOnceItIsKnown() {
        Reader resident = people.resident("Ngô Thị Nơi");
        Bundles bundles = context.getBean(Bundles.class);
        DraftId draft = people.filled(bundles, "marriage", Set.of(1, 3, 4), resident);
        String bundle = Objects.requireNonNull(pages.post()
                .uri("/apply/1.004873/" + draft.value() + "/submit?key=" + UUID.randomUUID())
                .with(SignedIn.withForm(account(resident)))
                .exchange()
                .getResponse()
                .getRedirectedUrl());

        assertThatPage(read.get(bundle, resident, "vi"))
                .contains(unit().name())
                .contains("Công an cấp xã")
                .doesNotContain("Ủy ban nhân dân cấp xã");
        assertThatPage(read.get(bundle, resident, "en")).contains(unit().nameEn());
    }

    @Test
    void keepsThePromisedDayOfAFinishedDossierBesideTheDayItWasFinished() {
        Reader resident = people.resident("Trần Thị Xong");
        Application application = applications.get(people.submitted("1.004837", resident, Device.PHONE), resident);
        String promised = day(Objects.requireNonNull(application.promise().dueDay()));
        assertThatPage(read.get("/my/applications", resident, "vi"))
                .contains(promised)
                .doesNotContain("xong ");
        applications.withdraw(application.id(), null, resident);

        assertThatPage(read.get("/my/applications", resident, "vi"))
                .contains(promised)
                .contains("xong " + day(LocalDate.now(clock)));
        assertThatPage(read.get("/my/applications", resident, "en")).contains("finished " + day(LocalDate.now(clock)));
        assertThat(promised).isNotEqualTo(day(LocalDate.now(clock)));
    }

    private static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private Unit unit() {
        return units.find(people.commune()).orElseThrow();
    }

    private UUID caseOf(String table, UUID id) {
        return context.getBean(JdbcClient.class)
                .sql("select case_id from publicservice." + table + " where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    private String service(String column) {
        return context.getBean(JdbcClient.class)
                .sql("select " + column
                        + " from publicservice.service_version where code = :code order by version desc limit 1")
                .param("code", SINGLE)
                .query(String.class)
                .single();
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
