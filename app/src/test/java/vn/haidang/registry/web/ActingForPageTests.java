package vn.haidang.registry.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.form.Drafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.identity.spi.Representation;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;
import vn.haidang.registry.Authorisations;
import vn.haidang.registry.BusinessId;
import vn.haidang.registry.Businesses;
import vn.haidang.registry.Persons;

@WebTest
class ActingForPageTests {

    private static final String SERVICE = "1.004873";
    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Persons persons;
    private final Businesses businesses;
    private final Authorisations authorisations;
    private final Applications applications;
    private final Drafts drafts;
    private final Representation representation;
    private final Applicant people;
    private final JdbcClient database;
    private final Clock clock;

    ActingForPageTests(
            MockMvcTester pages,
            Accounts accounts,
            Persons persons,
            Businesses businesses,
            Authorisations authorisations,
            Applications applications,
            ApplicationContext context) {
        this.pages = pages;
        this.accounts = accounts;
        this.persons = persons;
        this.businesses = businesses;
        this.authorisations = authorisations;
        this.applications = applications;
        this.drafts = context.getBean(Drafts.class);
        this.representation = context.getBean(Representation.class);
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.database = context.getBean(JdbcClient.class);
        this.clock = context.getBean(Clock.class);
    }

    @Test
    void theChoiceIsShownOnEveryPageUntilItIsChanged() {
        var head = people.resident("Nguyễn Thị Chủ");
        var mandate = represent(head, business("Công ty Lướt Sóng"));
        assertThatPage(get("/my/acting-for", head))
                .contains("Công ty Lướt Sóng")
                .hasNoDuplicateIds();

        var chosen = pages.post()
                .uri("/my/acting-for?who=" + mandate.id().value() + "&next=/services")
                .with(SignedIn.withForm(account(head)))
                .exchange();
        assertThat(chosen).hasStatus(303).hasRedirectedUrl("/services");
        var session = new Cookie(
                "haidang",
                requireNonNull(chosen.getResponse().getCookie("haidang")).getValue());

        for (var path : new String[] {"/", "/services", "/my", "/my/applications", "/my/authorisations", "/plan"}) {
            var page = pages.get().uri(path).cookie(session).exchange();
            assertThatPage(page)
                    .contains("Bạn đang làm thay cho Công ty Lướt Sóng")
                    .hasNoDuplicateIds();
        }
        assertThat(pages.get().uri("/no-such-page").cookie(session).exchange())
                .bodyText()
                .contains("Công ty Lướt Sóng");
        assertThatPage(get("/", head)).doesNotContain("Bạn đang làm thay cho");
        assertThat(verbs(head)).contains("identity/acts-for-another");
    }

    @Test
    void anApplicationIsMadeInTheNameOfTheRepresentedAndTheJournalNamesBoth() {
        var head = people.resident("Trần Văn Đại Diện");
        var firm = business("Công ty Neo Xanh");
        var mandate = represent(head, firm);
        var acting = head.actingUnder(mandate);
        var draft = people.filled(SERVICE, acting);
        assertThat(drafts.open(head)).isEmpty();
        assertThat(drafts.open(acting)).hasSize(1);

        var path = "/apply/" + SERVICE + "/" + draft.value();
        assertThat(pages.get()
                        .uri(path + "/check")
                        .with(SignedIn.as(account(head)))
                        .exchange())
                .hasStatus(404);
        var receipt = requireNonNull(pages.post()
                .uri(path + "/submit?key=" + UUID.randomUUID())
                .with(SignedIn.withForm(account(head), mandate.id()))
                .exchange()
                .getResponse()
                .getRedirectedUrl());

        assertThatPage(get(receipt, head, mandate.id()))
                .contains("Công ty Neo Xanh")
                .contains("Trần Văn Đại Diện")
                .contains("Người đại diện theo pháp luật");
        assertThat(get(receipt, head)).hasStatus(404);
        assertThatPage(get("/my/applications", head)).doesNotContain("H24.");
        assertThatPage(get("/my/applications", head, mandate.id())).contains("H24.");
        var application = applications.get(id(receipt), acting);
        assertThat(application.applicantName()).isEqualTo("Công ty Neo Xanh");
        assertThat(database.sql("""
                        select count(*) from journal.entry
                        where verb = 'publicservice/submitted' and actor_id = :account and behalf_id = :firm
                        """)
                        .param("account", account(head).value())
                        .param("firm", firm.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWasMeantForAnotherIsNotDoneInOnesOwnNameWhenTheRightHasEnded() {
        var principal = people.resident("Lê Thị Giao");
        var delegate = people.resident("Phạm Văn Nhận");
        var mandate = authorise(principal, delegate, Set.of());
        var acting = accounts.reader(account(delegate)).actingUnder(mandate);
        var draft = people.filled(SERVICE, acting);
        var submit = "/apply/" + SERVICE + "/" + draft.value() + "/submit?key=" + UUID.randomUUID();
        authorisations.revoke(
                new vn.haidang.registry.AuthorisationId(mandate.id().value()), principal);

        var refused = pages.post()
                .uri(submit)
                .with(SignedIn.withForm(account(delegate), mandate.id()))
                .exchange();

        assertThat(refused).hasStatus(403).bodyText().contains("Bạn không còn được làm thay người này");
        assertThat(applications
                        .mine(delegate, vn.haidang.ui.PageRequest.first(5))
                        .total())
                .isZero();
        assertThat(applications
                        .mine(principal, vn.haidang.ui.PageRequest.first(5))
                        .total())
                .isZero();
    }

    @Test
    void thePrincipalSeesWhatTheAuthorisedHandedInAndTheAuthorisedSeesNothingElse() {
        var principal = people.resident("Lê Thị Việc");
        var delegate = people.resident("Phạm Văn Giúp");
        people.submitted("1.001193", principal, Device.PHONE);
        var mandate = authorise(principal, delegate, Set.of(SERVICE));
        var acting = accounts.reader(account(delegate)).actingUnder(mandate);

        var handedIn = people.submitted(SERVICE, acting, Device.DESKTOP);

        assertThat(applications.get(handedIn, principal).applicantName()).isEqualTo("Lê Thị Việc");
        assertThat(applications
                        .mine(principal, vn.haidang.ui.PageRequest.first(5))
                        .total())
                .isEqualTo(2);
        assertThat(applications.mine(acting, vn.haidang.ui.PageRequest.first(5)).rows())
                .extracting(vn.haidang.publicservice.ApplicationSummary::id)
                .containsExactly(handedIn);
        var outside = pages.post()
                .uri("/apply/1.001193?unit=" + people.commune().value())
                .with(SignedIn.withForm(account(delegate), mandate.id()))
                .exchange();
        assertThat(outside).hasStatus(403).bodyText().contains("chưa ủy quyền cho bạn làm thủ tục này");
    }

    @Test
    void anOfficialWhoActsForAnotherHasNoDeskMeanwhile() {
        var head = people.resident("Vũ Thị Hai Vai");
        accounts.appoint(account(head), people.commune(), Role.SPECIALIST, "Hai vai", LocalDate.of(2025, 7, 1), null);
        var mandate = represent(head, business("Công ty Hai Vai"));

        assertThat(get("/desk", head)).hasStatusOk();
        assertThat(get("/desk", head, mandate.id())).hasStatus(403);
    }

    @Test
    void aLinkToAnothersApplicationLeadsThroughTheChoice() {
        var head = people.resident("Vũ Thị Liên Kết");
        var mandate = represent(head, business("Công ty Liên Kết"));
        var path = "/my/acting-for?party=" + mandate.party().value() + "&next=/my/applications/x";

        assertThatPage(get(path, head))
                .contains("Trang bạn muốn mở là của người hoặc doanh nghiệp")
                .hasField("next", "/my/applications/x");
        assertThat(get(path, head, mandate.id())).hasStatus(303).hasRedirectedUrl("/my/applications/x");
    }

    @Test
    void anAuthorisationIsGivenAcceptedAndRevokedOnPages() {
        var principal = people.resident("Đỗ Thị Trang");
        var delegate = people.resident("Bùi Văn Trang");
        assertThatPage(get("/my/authorisations/new", principal))
                .hasHeading("Ủy quyền cho một người")
                .hasNoDuplicateIds();
        var today = LocalDate.now(clock);
        var wrong = post("/my/authorisations?number=12&name=&scope=some&key=" + UUID.randomUUID(), principal);
        assertThatPage(wrong)
                .hasErrorSummary("name", "number", "service", "from", "last")
                .hasNoDuplicateIds();

        var given = post(
                "/my/authorisations?number=" + number(delegate) + "&name=Bui van TRANG&scope=some&service=" + SERVICE
                        + day("from", today) + day("last", today.plusDays(30)) + "&key=" + UUID.randomUUID(),
                principal);
        assertThat(given).hasStatus(303).hasRedirectedUrl("/my/authorisations");
        assertThatPage(get("/my", delegate)).contains("Đỗ Thị Trang muốn ủy quyền cho bạn");
        assertThatPage(get("/my/authorisations", delegate))
                .contains("Giấy xác nhận tình trạng hôn nhân")
                .hasNoDuplicateIds();
        var id = authorisations.received(delegate).getFirst().id();
        var path = "/my/authorisations/" + id.value() + "?act=";
        assertThat(post(path + "accept", delegate)).hasStatus(303);
        assertThatPage(get("/my", delegate)).contains("Bạn được làm thay cho");
        assertThatPage(get("/my/authorisations", principal)).contains("Đang có hiệu lực");
        assertThat(post(path + "revoke", delegate)).hasStatus(404);
        assertThat(post(path + "revoke", principal)).hasStatus(303);
        assertThatPage(get("/my/authorisations", principal)).contains("Đã thu hồi");
        assertThatPage(get("/my/acting-for", delegate)).contains("Bạn chưa đại diện cho ai");
    }

    private static String day(String field, LocalDate day) {
        return "&" + field + "-day=" + day.getDayOfMonth() + "&" + field + "-month=" + day.getMonthValue() + "&" + field
                + "-year=" + day.getYear();
    }

    private Mandate authorise(Reader principal, Reader delegate, Set<String> services) {
        var today = LocalDate.now(clock);
        var id = authorisations.give(new Authorisations.NewAuthorisation(
                number(delegate), delegate.displayName(), services, today, today, UUID.randomUUID(), principal));
        authorisations.accept(id, delegate);
        return representation
                .find(account(delegate), new MandateId(id.value()), today)
                .orElseThrow();
    }

    private Mandate represent(Reader who, BusinessId firm) {
        var today = LocalDate.now(clock);
        businesses.represent(
                new Businesses.NewRepresentative(
                        firm, persons.of(account(who)).orElseThrow(), "Giám đốc", "business-register", today, null),
                Actor.SYSTEM);
        return representation.of(account(who), today).getFirst();
    }

    private BusinessId business(String name) {
        return businesses.record(
                new Businesses.NewBusiness(
                        "04%08d".formatted(NUMBERS.getAndIncrement()),
                        name,
                        "company",
                        people.commune(),
                        null,
                        "business-register",
                        LocalDate.of(2025, 1, 1)),
                Actor.SYSTEM);
    }

    private String number(Reader reader) {
        return database.sql("select personal_number from registry.person where id = :id")
                .param("id", persons.of(account(reader)).orElseThrow().value())
                .query(String.class)
                .single();
    }

    private java.util.List<String> verbs(Reader reader) {
        return database.sql("select verb from journal.entry where actor_id = :id")
                .param("id", account(reader).value())
                .query((row, number) -> row.getString("verb"))
                .list();
    }

    private static ApplicationId id(String receipt) {
        return new ApplicationId(UUID.fromString(receipt.split("/")[3]));
    }

    private MvcTestResult get(String path, Reader reader) {
        return pages.get().uri(path).with(SignedIn.as(account(reader))).exchange();
    }

    private MvcTestResult get(String path, Reader reader, MandateId mandate) {
        return pages.get().uri(path).with(SignedIn.as(account(reader), mandate)).exchange();
    }

    private MvcTestResult post(String path, Reader reader) {
        return pages.post().uri(path).with(SignedIn.withForm(account(reader))).exchange();
    }

    private static AccountId account(Reader reader) {
        return requireNonNull(reader.account());
    }
}
