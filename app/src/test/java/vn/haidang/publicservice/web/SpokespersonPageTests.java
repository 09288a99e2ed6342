package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haidang.publicservice.web.Counter.account;
import static vn.haidang.publicservice.web.Counter.birth;
import static vn.haidang.publicservice.web.Counter.number;
import static vn.haidang.publicservice.web.Counter.redirect;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.WebTest;
import vn.haidang.casework.Channel;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.identity.spi.Representation;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.registry.BusinessId;
import vn.haidang.registry.Businesses;
import vn.haidang.registry.Guardianships;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;

/** P4: whoever stands at the desk speaks for a firm, a child or somebody who authorised them; the act names both. */
@WebTest
class SpokespersonPageTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final MockMvcTester pages;
    private final Applicant people;
    private final Accounts accounts;
    private final Persons persons;
    private final Businesses businesses;
    private final Guardianships guardianships;
    private final Representation representation;
    private final Receptions receptions;
    private final Counter counter;
    private final JdbcClient database;

    SpokespersonPageTests(MockMvcTester pages, ApplicationContext context) {
        this.pages = pages;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.accounts = context.getBean(Accounts.class);
        this.persons = context.getBean(Persons.class);
        this.businesses = context.getBean(Businesses.class);
        this.guardianships = context.getBean(Guardianships.class);
        this.representation = context.getBean(Representation.class);
        this.receptions = context.getBean(Receptions.class);
        this.counter = new Counter(pages, people, context);
        this.database = context.getBean(JdbcClient.class);
    }

    @Test
    void takesADossierInForAFirmFromWhoeverRepresentsItAndNamesBothOnTheAct() {
        Reader officer = people.officer("Trần Thị Quầy", Role.ONE_STOP_OFFICER);
        String number = number();
        PersonId head = counter.person(number, "Phạm Thị Giám Đốc");
        String tax = "03" + number.substring(0, 8);
        BusinessId firm = firm(tax, "Công ty Sóng Biển " + tax);
        businesses.represent(
                new Businesses.NewRepresentative(firm, head, "Giám đốc", "business-register", TODAY, null),
                Actor.SYSTEM);

        String path = redirect(
                counter.begin(officer, Map.of("number", number, "for", "legal-representative", "for-number", tax)));
        assertThatPage(counter.get(path, officer))
                .hasHeading("Công ty Sóng Biển " + tax)
                .contains("Phạm Thị Giám Đốc")
                .contains("Hệ thống có dữ liệu về quyền này");
        String question =
                redirect(counter.post(path + "/begin?unit=" + people.commune().value(), officer));
        assertThatPage(counter.get(question, officer))
                .contains("Phạm Thị Giám Đốc")
                .doesNotContain("Trần Thị Quầy");
        Application application = counter.handedIn(path, officer);

        assertThat(application.party().value()).isEqualTo(firm.value());
        assertThat(application.applicantName()).isEqualTo("Công ty Sóng Biển " + tax);
        assertThat(Objects.requireNonNull(application.submitter()).spoken())
                .isEqualTo(new Application.Spoken("Phạm Thị Giám Đốc", Mandate.Basis.LEGAL_REPRESENTATIVE));
        assertThat(actsNaming(officer, firm.value(), head))
                .containsExactlyInAnyOrder(
                        "publicservice/reception-begun", "publicservice/submitted", "publicservice/received-for");
        assertThatPage(counter.get(path + "/receipt", officer))
                .contains("Công ty Sóng Biển " + tax)
                .contains("Phạm Thị Giám Đốc")
                .contains("Người đại diện theo pháp luật");
        theFirmSeesItAndItsHeadAsThemselvesDoesNot(application, head);
    }

    private void theFirmSeesItAndItsHeadAsThemselvesDoesNot(Application application, PersonId head) {
        AccountId account =
                accounts.create(new Accounts.NewAccount("head-" + UUID.randomUUID(), "Phạm Thị Giám Đốc", null, null));
        persons.link(head, account, Actor.account(account.value()));
        assertThatPage(counter.get("/my/applications", accounts.reader(account)))
                .doesNotContain(application.dossierCode());
        var mandate = representation.of(account, TODAY).getFirst();
        assertThatPage(pages.get()
                        .uri("/my/applications/" + application.id().value())
                        .with(SignedIn.as(account, mandate.id()))
                        .exchange())
                .contains(application.dossierCode())
                .contains("Người đến quầy: Phạm Thị Giám Đốc.");
    }

    @Test
    void asksForThePaperOnlyWhereTheRegistersDoNotHaveTheRightAndTellsAnAuthorisedPersonTheNameAlone() {
        Reader officer = people.officer("Lê Thị Xem", Role.ONE_STOP_OFFICER);
        String number = number();
        counter.person(number, "Đỗ Văn Được");
        String theirs = number();
        counter.person(theirs, "Cụ Bà Ủy Quyền");
        Map<String, String> asked = new HashMap<>(Map.of("number", number, "for", "authorised", "for-number", theirs));
        asked.putAll(birth("for-birth", "30"));

        assertThatPage(counter.begin(officer, asked)).hasErrorSummary("for-proof");
        asked.put("for-proof", "Giấy ủy quyền số 12, chứng thực 1/3/2026");
        String path = redirect(counter.begin(officer, asked));
        assertThatPage(counter.get(path, officer))
                .hasHeading("Cụ Bà Ủy Quyền")
                .contains("Đã xem: Giấy ủy quyền số 12, chứng thực 1/3/2026");
        String question =
                redirect(counter.post(path + "/begin?unit=" + people.commune().value(), officer));
        assertThatPage(counter.get(question, officer))
                .contains("Cụ Bà Ủy Quyền")
                .doesNotContain(theirs)
                .doesNotContain("Số 1 Phố Riêng");
        assertThatPage(counter.begin(officer, Map.of("number", number, "for", "authorised", "for-number", number)))
                .hasErrorSummary("for-number", "for-birth");
        asked.putAll(birth("for-birth", "29"));
        assertThatPage(counter.begin(officer, asked)).hasErrorSummary("for-birth");
        assertThatPage(counter.begin(officer, Map.of("number", number, "for-number", theirs)))
                .hasErrorSummary("for");
    }

    @Test
    void refusesARightThatNeitherTheRegistersNorAPaperShow() {
        Reader officer = people.officer("Lê Thị Chặt", Role.ONE_STOP_OFFICER);
        PersonId present = counter.person(number(), "Đỗ Văn Nói");
        PersonId absent = counter.person(number(), "Cụ Ông Vắng");
        var represented = new Reception.Represented(
                new PartyId(absent.value()),
                "Cụ Ông Vắng",
                Mandate.Kind.PERSON,
                new Mandate.Spokesperson(new PartyId(present.value()), "Đỗ Văn Nói", Mandate.Basis.AUTHORISED),
                null);

        assertThatThrownBy(() -> receptions.begin(
                        new Receptions.Start(
                                Channel.COUNTER,
                                represented,
                                "identity-card",
                                Counter.SERVICE,
                                people.commune(),
                                people.commune(),
                                null,
                                null,
                                null,
                                "counter",
                                null,
                                UUID.randomUUID()),
                        officer))
                .hasMessageContaining("right-not-shown");
    }

    @Test
    void recordsAFirmNobodyKnowsAndNeverThatSomebodyRepresentsIt() {
        Reader officer = people.officer("Vũ Thị Ghi", Role.ONE_STOP_OFFICER);
        String number = number();
        PersonId present = counter.person(number, "Ngô Văn Đến");
        String tax = "03" + number.substring(0, 8);
        Map<String, String> asked = new HashMap<>(Map.of(
                "number", number, "for", "legal-representative", "for-number", tax, "for-proof", "Giấy đăng ký"));

        assertThatPage(counter.begin(officer, asked)).hasErrorSummary("for-name");
        assertThatPage(counter.begin(officer, with(asked, "for-record", "yes")))
                .hasErrorSummary("for-name", "for-kind");
        assertThat(businesses.byNumber(tax)).isEmpty();
        String known = "04" + number.substring(0, 8);
        firm(known, "Công ty Đã Biết");
        Map<String, String> corrected = with(asked, "for-record", "yes");
        corrected.put("for-number", known);
        assertThatPage(counter.get(redirect(counter.begin(officer, corrected)), officer))
                .hasHeading("Công ty Đã Biết");
        asked.putAll(Map.of("for-record", "yes", "for-name", "Hộ Ngô Văn Đến", "for-kind", "household"));
        assertThatPage(counter.get(redirect(counter.begin(officer, asked)), officer))
                .hasHeading("Hộ Ngô Văn Đến");
        BusinessId recorded = businesses.byNumber(tax).orElseThrow();
        assertThat(database.sql("select count(*) from registry.business_representative where business = :firm")
                        .param("firm", recorded.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(present).isNotNull();
    }

    @Test
    void letsNoOfficerTakeInForThoseTheyRepresentThemselves() {
        Reader officer = people.officer("Bùi Thị Mẹ", Role.ONE_STOP_OFFICER);
        PersonId mother = counter.person(number(), "Bùi Thị Mẹ");
        persons.link(mother, account(officer), Actor.SYSTEM);
        String number = number();
        PersonId father = counter.person(number, "Hồ Văn Cha");
        String child = number();
        PersonId daughter = persons.record(
                new Persons.NewPerson(
                        child,
                        "Hồ Thị Con",
                        LocalDate.of(2020, 4, 30),
                        "female",
                        null,
                        null,
                        people.commune(),
                        null,
                        "civil-status-register"),
                Actor.SYSTEM);
        for (PersonId parent : new PersonId[] {mother, father}) {
            guardianships.record(
                    new Guardianships.NewGuardianship(daughter, parent, "parent", "civil-status-register", TODAY, null),
                    Actor.SYSTEM);
        }
        Map<String, String> asked = new HashMap<>(Map.of("number", number, "for", "guardian", "for-number", child));
        asked.putAll(Map.of("for-birth-day", "30", "for-birth-month", "4", "for-birth-year", "2020"));

        assertThatPage(counter.begin(accounts.reader(account(officer)), asked)).hasErrorSummary("for-number");
        Reader colleague = people.officer("Cao Thị Khác", Role.ONE_STOP_OFFICER);
        assertThatPage(counter.get(redirect(counter.begin(colleague, asked)), colleague))
                .hasHeading("Hồ Thị Con")
                .contains("Cha, mẹ hoặc người giám hộ");
    }

    private java.util.List<String> actsNaming(Reader officer, UUID represented, PersonId spokesperson) {
        return database.sql("""
                        select e.verb from journal.entry e
                        where e.actor_id = :officer and e.behalf_id = :represented and e.verb in
                          ('publicservice/reception-begun', 'publicservice/submitted', 'publicservice/received-for')
                          and :spokesperson = any (e.subject_ids)
                        """)
                .param("officer", account(officer).value())
                .param("represented", represented)
                .param("spokesperson", spokesperson.value())
                .query((row, number) -> row.getString("verb"))
                .list();
    }

    private static Map<String, String> with(Map<String, String> asked, String field, String value) {
        Map<String, String> more = new HashMap<>(asked);
        more.put(field, value);
        return more;
    }

    private BusinessId firm(String number, String name) {
        return businesses.record(
                new Businesses.NewBusiness(
                        number,
                        name,
                        "company",
                        people.commune(),
                        "Số 5 Lạch Tray",
                        "business-register",
                        TODAY.minusYears(1)),
                Actor.SYSTEM);
    }
}
