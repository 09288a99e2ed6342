package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.publicservice.web.Counter.number;
import static vn.haidang.publicservice.web.Counter.redirect;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.internal.HandingOver;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;
import vn.haidang.ui.PageRequest;

/** P4: a dossier taken in at the counter for somebody, for a unit beyond the boundary, with its papers, and what the person sees of it. */
@WebTest
class ReceptionPageTests {

    private final Applicant people;
    private final Accounts accounts;
    private final Persons persons;
    private final Receptions receptions;
    private final HandingOver handingOver;
    private final Counter counter;
    private final Cases cases;
    private final Journal journal;
    private final JdbcClient database;
    private final List<UnitId> communes;
    private final Measure measure;

    ReceptionPageTests(MockMvcTester pages, ApplicationContext context) {
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.accounts = context.getBean(Accounts.class);
        this.persons = context.getBean(Persons.class);
        this.receptions = context.getBean(Receptions.class);
        this.handingOver = context.getBean(HandingOver.class);
        this.counter = new Counter(pages, people, context);
        this.cases = context.getBean(Cases.class);
        this.journal = context.getBean(Journal.class);
        this.database = context.getBean(JdbcClient.class);
        this.communes = context.getBean(Units.class).ofTier(Tier.COMMUNE, LocalDate.of(2026, 3, 2)).stream()
                .map(unit -> unit.id())
                .toList();
        this.measure = context.getBeansOfType(Measure.class).values().stream()
                .filter(each -> each.code().value().equals("publicservice/reception"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesADossierInForSomebodyBeyondTheBoundaryFromTheFirstWordToTheReceipt() {
        Reader officer = people.officer("Trần Thị Quầy", Role.ONE_STOP_OFFICER);
        String number = number();
        PersonId person = counter.person(number, "Nguyễn Thị Cụ");
        UnitId elsewhere = communes.get(1);
        assertThatPage(counter.get("/desk/reception", officer))
                .hasHeading("Tiếp nhận hồ sơ")
                .hasNoDuplicateIds();

        String path = redirect(begin(officer, number, "30", UUID.randomUUID()));
        assertThatPage(counter.get(path, officer))
                .hasHeading("Nguyễn Thị Cụ")
                .contains("Cơ quan giải quyết")
                .hasNoDuplicateIds();
        String question = redirect(counter.post(path + "/begin?unit=" + elsewhere.value(), officer));
        assertThatPage(counter.get(question, officer))
                .contains("Nguyễn Thị Cụ")
                .contains("Sai? Đề nghị sửa")
                .hasNoDuplicateIds();
        assertThatPage(counter.get(question + "?correct=requester.full-name", officer))
                .hasField("requester.full-name", "Nguyễn Thị Cụ");
        Reception reception = counter.reception(path, officer);
        people.answered(Objects.requireNonNull(reception.draft()), reception.by(officer));

        assertThat(counter.post(path + "/hand-in", officer)).hasStatus(422);
        assertThatPage(counter.note(path, officer, "seen", "")).hasErrorSummary("original-item-1", "original-item-2");
        assertThatPage(counter.get(path + "/papers", officer))
                .contains("Bản giấy")
                .hasNoDuplicateIds();
        assertThat(redirect(counter.note(path, officer, "kept", "kept"))).isEqualTo(path);
        assertThatPage(counter.get(path, officer))
                .contains("Nộp hồ sơ và in giấy tiếp nhận")
                .hasNoDuplicateIds();
        String receipt = redirect(counter.post(path + "/hand-in", officer));
        assertThat(redirect(counter.post(path + "/hand-in", officer))).isEqualTo(receipt);

        Application application = counter.application(path, officer);
        assertThatPage(counter.get(receipt, officer))
                .contains(application.dossierCode())
                .contains(application.secret())
                .contains("Trần Thị Quầy số hóa lúc")
                .hasNoDuplicateIds();
        CaseSummary opened =
                cases.of("publicservice/application", application.id().value()).orElseThrow();
        assertThat(opened.channel()).isEqualTo(Channel.COUNTER);
        assertThat(opened.competentUnit()).isEqualTo(elsewhere);
        assertThat(opened.receivingUnit()).isEqualTo(people.commune());
        assertThat(opened.applicant()).isEqualTo(new PartyId(person.value()));
        assertThat(database.sql("select digitised_at_reception from casework.case_file where id = :id")
                        .param("id", opened.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        theOfficerAndThePersonBothStandOnTheAct(application, officer, person);
        eachUnitSeesWhatItReceivedOrDecides(opened.id(), application, officer, elsewhere);
        thePersonSeesItOnceTheyHaveAnAccount(application, person);
    }

    private void theOfficerAndThePersonBothStandOnTheAct(Application application, Reader officer, PersonId person) {
        assertThat(database.sql("""
                        select count(*) from journal.entry e
                        where e.verb in ('publicservice/submitted', 'publicservice/received-for')
                          and e.actor_id = :officer and e.behalf_id = :person
                        """)
                        .param(
                                "officer",
                                Objects.requireNonNull(officer.account()).value())
                        .param("person", person.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(journal.readsOf(new Subject("registry/person", person.value()), PageRequest.first(20))
                        .rows())
                .extracting(reading -> reading.purpose())
                .contains("publicservice/identify-at-desk", "publicservice/prefill", "publicservice/receipt-at-desk");
        assertThat(Objects.requireNonNull(application.submitter()).name()).isEqualTo("Trần Thị Quầy");
    }

    private void eachUnitSeesWhatItReceivedOrDecides(
            CaseId caseId, Application application, Reader officer, UnitId competent) {
        Reader there = officerAt(competent, Role.SPECIALIST);
        Reader stranger = officerAt(communes.get(2), Role.ONE_STOP_OFFICER);
        String desk = "/desk/cases/" + caseId.value();
        assertThatPage(counter.get(desk, officer)).contains("Giấy tờ đã nộp");
        assertThatPage(counter.get(desk, there)).contains("Giữ bản chính");
        assertThat(counter.get(desk, stranger)).hasStatus(404);
        UUID reception = handingOver.of(application.id()).orElseThrow().id();
        assertThat(counter.get("/desk/reception/" + reception + "/receipt", stranger))
                .hasStatus(404);
        assertThat(counter.get("/desk/reception/" + UUID.randomUUID() + "/receipt", stranger))
                .hasStatus(404);
        assertThat(counter.get("/desk/reception/" + reception + "/receipt", there))
                .hasStatus(403);
        String inbox = "/desk?q=" + application.dossierCode();
        assertThatPage(counter.get(inbox, officer)).contains(application.dossierCode());
        assertThatPage(counter.get(inbox, there)).doesNotContain(application.dossierCode());
    }

    private void thePersonSeesItOnceTheyHaveAnAccount(Application application, PersonId person) {
        AccountId account =
                accounts.create(new Accounts.NewAccount("cu-" + UUID.randomUUID(), "Nguyễn Thị Cụ", null, null));
        persons.link(person, account, Actor.account(account.value()));
        Reader self = accounts.reader(account);
        assertThatPage(counter.get("/my/applications", self)).contains(application.dossierCode());
        assertThatPage(counter.get("/my/data/readings", self))
                .contains("Nhận diện người đến quầy")
                .doesNotContain("publicservice/");
        assertThatPage(counter.get("/my/applications/" + application.id().value(), self))
                .contains("Trần Thị Quầy")
                .contains("Giấy tờ đã nộp")
                .hasNoDuplicateIds();
        assertThat(counter.get(
                        "/my/applications/" + application.id().value() + "/files/"
                                + application.files().getLast().file().value(),
                        self))
                .hasStatusOk();
    }

    @Test
    void recordsWhomNobodyKnowsAndRefusesAnotherBirthDate() {
        Reader officer = people.officer("Lê Thị Ghi", Role.ONE_STOP_OFFICER);
        String number = number();

        assertThatPage(begin(officer, number, "30", UUID.randomUUID())).hasErrorSummary("name");
        Map<String, String> typed = typed(number, "30", UUID.randomUUID());
        typed.putAll(Map.of("record", "yes", "name", "Bà Mới Đến", "sex", "female"));
        MvcTestResult recorded = counter.begin(officer, typed);
        assertThatPage(counter.get(redirect(recorded), officer)).hasHeading("Bà Mới Đến");
        assertThat(persons.byNumber(number)).isPresent();
        assertThatPage(begin(officer, number, "29", UUID.randomUUID())).hasErrorSummary("birth");
    }

    @Test
    void beginsOnceForOneKeyAndForNobodyAtADeskThatIsNotTheirs() {
        Reader officer = people.officer("Vũ Thị Một", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Vũ Thị Hai", Role.SPECIALIST);
        String number = number();
        counter.person(number, "Đào Thị Ba");
        UUID key = UUID.randomUUID();

        String first = redirect(begin(officer, number, "30", key));
        assertThat(redirect(begin(officer, number, "30", key))).isEqualTo(first);
        assertThat(begin(specialist, number, "30", key)).hasStatus(403);
        assertThat(counter.get("/desk/reception", people.resident("Đào Thị Bốn")))
                .hasStatus(403);
        Reader colleague = people.officer("Vũ Thị Năm", Role.ONE_STOP_OFFICER);
        assertThat(counter.get(first, colleague)).hasStatus(404);
    }

    @Test
    void handsInOnceFromManyWindowsAndCountsAtEachOfTheThreeUnits() throws Exception {
        Reader officer = people.officer("Bùi Thị Nhanh", Role.ONE_STOP_OFFICER);
        String number = number();
        PersonId person = counter.person(number, "Hồ Thị Chín");
        UUID id = receptions.begin(
                new Receptions.Start(
                        Channel.POST,
                        Reception.Represented.oneself(new PartyId(person.value()), "Hồ Thị Chín"),
                        "certified-copy",
                        Counter.SERVICE,
                        people.commune(),
                        communes.get(3),
                        java.time.Instant.parse("2026-02-27T01:30:00Z"),
                        null,
                        null,
                        "post",
                        "Số 2 Lê Lợi",
                        UUID.randomUUID()),
                officer);
        var draft = receptions.prepare(id, communes.get(4), officer);
        people.answered(draft, receptions.get(id, officer).by(officer));
        counter.note("/desk/reception/" + id, officer, "copy", "copy");
        long before = counted();
        long facts = facts();
        List<Callable<UUID>> windows = java.util.Collections.nCopies(
                6, () -> handingOver.handIn(id, officer).value());
        Set<UUID> applications = new java.util.HashSet<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var each : threads.invokeAll(windows)) {
                applications.add(each.get());
            }
        }

        assertThat(applications).hasSize(1);
        assertThat(counted() - before).isEqualTo(4);
        assertThat(facts() - facts).isEqualTo(4);
        CaseSummary opened = cases.of(
                        "publicservice/application", applications.iterator().next())
                .orElseThrow();
        assertThat(opened.channel()).isEqualTo(Channel.POST);
        assertThat(opened.filedAt()).isEqualTo("2026-02-27T01:30:00Z");
        assertThat(opened.receivingUnit()).isEqualTo(communes.get(3));
    }

    @Test
    void asksTheDatabaseNoMoreForManyReceptionsThanForOne() {
        Reader officer = people.officer("Đỗ Thị Đếm", Role.ONE_STOP_OFFICER);
        String number = number();
        counter.person(number, "Cao Thị Mười");
        begin(officer, number, "30", UUID.randomUUID());
        counter.get("/desk/reception", officer);
        long one = StatementCount.least(() -> counter.get("/desk/reception", officer));
        for (int i = 0; i < 4; i++) {
            begin(officer, number, "30", UUID.randomUUID());
        }

        assertThat(StatementCount.least(() -> counter.get("/desk/reception", officer)))
                .isEqualTo(one);
    }

    private long counted() {
        return measure.observe(new DayRange(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1))).rows().stream()
                .mapToLong(row -> row.amount())
                .sum();
    }

    private long facts() {
        return database.sql("""
                        select coalesce((select sum(amount) from indicator.delta where measure = 'publicservice/reception'), 0)
                          + coalesce((select sum(amount) from indicator.cell where measure = 'publicservice/reception'), 0)
                        """).query(Long.class).single();
    }

    private MvcTestResult begin(Reader officer, String number, String day, UUID key) {
        return counter.begin(officer, typed(number, day, key));
    }

    private static Map<String, String> typed(String number, String day, UUID key) {
        Map<String, String> typed = new HashMap<>(Counter.birth("birth", day));
        typed.putAll(Map.of("number", number, "key", key.toString()));
        return typed;
    }

    private Reader officerAt(UnitId unit, Role role) {
        AccountId account =
                accounts.create(new Accounts.NewAccount("desk-" + UUID.randomUUID(), "Công chức", null, null));
        accounts.appoint(account, unit, role, "Công chức", LocalDate.of(2025, 7, 1), null);
        return accounts.reader(account);
    }
}
