package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.Cases;
import vn.haidang.casework.NextAct;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.spi.Representation;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidenceWalk;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.publicservice.internal.once.PaperMatter;
import vn.haidang.publicservice.internal.own.Consents;
import vn.haidang.publicservice.internal.own.CopyWork;
import vn.haidang.publicservice.internal.own.DataCopies;
import vn.haidang.publicservice.internal.own.Readings;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.Guardianships;
import vn.haidang.registry.Keeping;
import vn.haidang.registry.KnownValue;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

/** Whoever looks leaves a trace their subject can read, agreements end when they are taken back, and copies hold one's own and all of it. */
@ModuleTest
@Import(Applicant.class)
class OwnDataShieldModuleTests {

    private static final String SINGLE = "1.004873";
    private static final DayRange DAYS = new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 1, 1));

    private final Applicant people;
    private final Applications applications;
    private final Drafts drafts;
    private final ApplicationContext beans;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    OwnDataShieldModuleTests(Applicant people, ApplicationContext beans) {
        this.people = people;
        this.beans = beans;
        this.applications = beans.getBean(Applications.class);
        this.drafts = beans.getBean(Drafts.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.clock = beans.getBean(MovableClock.class);
    }

    @Test
    void aLookUpIsReadBackWithItsDossierAndNamesNoNumber() {
        Reader reader = people.resident("Kieu Thi An");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        Reader officer = people.officer("Looks Up", Role.SPECIALIST);
        beans.getBean(PaperLookups.class).look(PaperMatter.of(application), "identity-card", officer);

        var lines = beans.getBean(Readings.class)
                .of(reader, false, PageRequest.first(50))
                .rows();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.purpose()).isEqualTo("publicservice/paper-lookup");
            assertThat(line.who()).isEqualTo(Readings.Who.OFFICIAL);
            assertThat(line.dossiers()).containsExactly(application.dossierCode());
            assertThat(line.register()).isTrue();
        });
        String number =
                requireNonNull(known(reader).get("person.personal-number")).value();
        assertThat(jdbc.sql("select count(*) from journal.entry e where strpos(e::text, :number) > 0")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .as("a personal number in the journal")
                .isZero();
    }

    @Test
    void anOfficerWhoWritesDownAtADeskIsShownByPostAndNotAsARepresentative() {
        Reader reader = people.resident("Kieu Thi Hang");
        Reader officer = people.officer("At The Desk", Role.ONE_STOP_OFFICER);
        var person =
                new Subject("registry/person", requireNonNull(reader.person()).value());
        beans.getBean(Journal.class).read(officer.actor().onBehalfOf(person), "publicservice/prefill", List.of(person));
        assertThat(readers(reader)).containsExactly(Readings.Who.REPRESENTATIVE);

        jdbc.sql("""
                        insert into publicservice.reception (id, channel, officer, officer_name, person, person_name, identified_by,
                          service_code, help_unit, receiving_unit, submission_key, begun_at, begun_on)
                        values (:id, 'counter', :officer, 'x', :person, 'x', 'identity-card', '1.004873', :unit, :unit, :id,
                          :now, :today)
                        """)
                .param("id", UUID.randomUUID())
                .param("officer", requireNonNull(officer.account()).value())
                .param("person", person.id())
                .param("unit", people.commune().value())
                .param("now", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .update();
        assertThat(readers(reader)).containsExactly(Readings.Who.OFFICIAL);
    }

    private List<Readings.Who> readers(Reader reader) {
        return beans.getBean(Readings.class).of(reader, false, PageRequest.first(50)).rows().stream()
                .map(Readings.Line::who)
                .toList();
    }

    @Test
    void aReasonIsRecordedOnceAndEveryLookUpIsCountedAndOpensToItsDossier() {
        Reader reader = people.resident("Kieu Thi Binh");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        Reader officer = people.officer("Looks Up", Role.SPECIALIST);
        var lookups = beans.getBean(PaperLookups.class);
        long looked = counted("looked");
        long asked = counted("asked");
        var found = lookups.look(PaperMatter.of(application), "residence-confirmation", officer)
                .lookup();
        lookups.mustAsk(PaperMatter.of(application), found.id(), "wrong", "moved last week", officer);

        assertThatThrownBy(() -> lookups.mustAsk(
                        PaperMatter.of(application), found.id(), "incomplete", "another story", officer))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("publicservice/asked-already"));
        assertThat(lookups.of(PaperMatter.of(application)).getFirst().reason()).isEqualTo("moved last week");
        assertThat(counted("looked")).isEqualTo(looked + 1);
        assertThat(counted("asked")).isEqualTo(asked + 1);
        assertThat(stored("looked")).isEqualTo(counted("looked"));
        assertThat(stored("asked")).isEqualTo(counted("asked"));
        for (String measure : List.of("publicservice/papers-asked", "publicservice/asked-again")) {
            assertThat(evidence(measure, officer))
                    .as(measure)
                    .anySatisfy(row -> assertThat(row)
                            .returns("/desk/cases/" + application.caseId().value(), Evidence.Row::path)
                            .satisfies(each -> assertThat(each.label()).startsWith(application.dossierCode() + " ")));
            assertThat(evidence(measure, people.resident("Somebody Else")))
                    .as(measure)
                    .noneMatch(row -> row.label().contains(application.dossierCode()));
        }
    }

    private List<Evidence.Row> evidence(String code, Reader reader) {
        var ground = new Ground(List.of(new Ground.Plot(people.commune(), null, null)));
        return EvidenceWalk.all(3, page -> measure(code).evidence(ground, DAYS, null, page, reader));
    }

    private Measure measure(String code) {
        return beans.getBeansOfType(Measure.class).values().stream()
                .filter(each -> each.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void askingOnceMoreForAPaperNeedsALookUpOnceMore() {
        Reader reader = people.resident("Kieu Thi Hoa");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        Reader officer = people.officer("Receives", Role.ONE_STOP_OFFICER);
        var lookups = beans.getBean(PaperLookups.class);
        String words = "S\u1ed5 h\u1ed9 kh\u1ea9u";
        var found = lookups.look(PaperMatter.of(application), "residence-confirmation", officer)
                .lookup();
        lookups.mustAsk(PaperMatter.of(application), found.id(), "wrong", "moved last week", officer);
        clock.moveBy(Duration.ofMinutes(1));
        supplement(application, officer, words);
        beans.getBean(Cases.class).supplemented(application.caseId(), reader.actor());

        clock.moveBy(Duration.ofMinutes(1));
        assertThatThrownBy(() -> supplement(application, officer, words))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("publicservice/paper-known"));
        var again = lookups.look(PaperMatter.of(application), "residence-confirmation", officer)
                .lookup();
        lookups.mustAsk(PaperMatter.of(application), again.id(), "incomplete", "the street is missing", officer);
        supplement(application, officer, words);
    }

    private void supplement(Application application, Reader officer, String reason) {
        var cases = beans.getBean(Cases.class);
        cases.act(NextAct.of(cases.get(application.caseId(), officer), "ask-supplement", reason, officer));
    }

    @Test
    void whatWasAgreedToBeRememberedIsFilledInUntilItIsTakenBack() {
        Reader reader = unreachable("Kieu Thi Cam");
        var consents = beans.getBean(Consents.class);
        people.submitted(SINGLE, reader, Device.PHONE);
        assertThat(phone(reader)).as("nobody agreed").isEmpty();

        consents.give("keep-reach", false, reader);
        people.submitted(SINGLE, reader, Device.PHONE);
        assertThat(phone(reader)).isEqualTo("0912345678");

        consents.withdraw("keep-reach", reader);
        assertThat(phone(reader)).as("taken back").isEmpty();
        consents.give("keep-reach", false, reader);
        assertThat(phone(reader)).as("what was remembered is gone").isEmpty();
    }

    @Test
    void aChildIsNotSaidToHaveThePhoneOfItsGuardian() throws IOException {
        Reader parent = people.resident("Kieu Van Dung");
        Reader child = unreachable("Kieu Thi Em", LocalDate.of(2015, 2, 3));
        beans.getBean(Guardianships.class)
                .record(
                        new Guardianships.NewGuardianship(
                                new PersonId(requireNonNull(child.person()).value()),
                                new PersonId(requireNonNull(parent.person()).value()),
                                "parent",
                                "civil-status-register",
                                LocalDate.of(2015, 2, 3),
                                null),
                        Actor.SYSTEM);
        Reader guardian = parent.actingUnder(beans.getBean(Representation.class)
                .of(requireNonNull(parent.account()), LocalDate.now(clock))
                .getFirst());
        Map<String, Keeping> keepers = beans.getBean(Corrections.class).keepers(guardian);
        assertThat(requireNonNull(keepers.get("person.phone")).person().value())
                .isEqualTo(requireNonNull(parent.person()).value());
        assertThat(requireNonNull(keepers.get("person.full-name")).person().value())
                .isEqualTo(requireNonNull(child.person()).value());

        assertThat(copy(guardian)).contains("Kieu Thi Em").doesNotContain("0912345678");
    }

    @Test
    void aCopyBegunTwiceIsMadeOnceAndHoldsWhatWasBegun() throws IOException {
        Reader reader = people.resident("Kieu Thi Giang");
        DraftId draft = applications.prepare(SINGLE, people.commune(), reader);
        drafts.save(draft, page(draft, reader), Map.of("request.text", "half a sentence of mine"), reader);

        assertThat(copy(reader)).contains("half a sentence of mine");
    }

    /** What the data of a copy says; several hands take it up at once. */
    private String copy(Reader reader) throws IOException {
        var copies = beans.getBean(DataCopies.class);
        UUID id = copies.ask(UUID.randomUUID(), reader);
        for (int i = 0; i < 4; i++) {
            beans.getBean(CopyWork.class).begin(id);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> copies.mine(id, reader).orElseThrow().finished());
        var copy = copies.mine(id, reader).orElseThrow();
        assertThat(copy.failed()).isFalse();
        var bytes = new ByteArrayOutputStream();
        copies.send(copy, reader, bytes);
        return requireNonNull(OwnDataModuleTests.unzipped(bytes.toByteArray()).get("data.json"));
    }

    /** What the next draft begins with. */
    private String phone(Reader reader) {
        DraftId draft = applications.prepare(SINGLE, people.commune(), reader);
        Answer answer = drafts.get(draft, reader).answers().get("requester.phone");
        return answer == null ? "" : answer.value();
    }

    private String page(DraftId draft, Reader reader) {
        return drafts.get(draft, reader).form().pages().stream()
                .filter(each -> each.field("request.text").isPresent())
                .findFirst()
                .orElseThrow()
                .code();
    }

    /** Somebody of whom no register knows a phone number. */
    private Reader unreachable(String name) {
        return unreachable(name, LocalDate.of(1991, 2, 3));
    }

    private Reader unreachable(String name, LocalDate birth) {
        var accounts = beans.getBean(Accounts.class);
        var persons = beans.getBean(Persons.class);
        AccountId account =
                accounts.create(new Accounts.NewAccount("unreachable-" + UUID.randomUUID(), name, null, null));
        Actor self = Actor.account(account.value());
        var person = persons.record(
                new Persons.NewPerson(
                        "0%011d".formatted(Math.floorMod(account.value().getLeastSignificantBits(), 100_000_000_000L)),
                        name,
                        birth,
                        "female",
                        null,
                        null,
                        people.commune(),
                        "2 Lach Tray",
                        "population"),
                self);
        persons.link(person, account, self);
        return accounts.reader(account);
    }

    private Map<String, KnownValue> known(Reader reader) {
        return beans.getBean(Persons.class).known(reader, "test");
    }

    /** From the records. */
    private long counted(String component) {
        return measure("publicservice/papers-asked").observe(DAYS).rows().stream()
                .filter(row -> row.component().equals(component))
                .mapToLong(Observations.Row::amount)
                .sum();
    }

    /** From the facts. */
    private long stored(String component) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from (
                          select amount from indicator.delta where measure = 'publicservice/papers-asked' and component = :component
                          union all
                          select amount from indicator.cell where measure = 'publicservice/papers-asked' and component = :component) all_of
                        """).param("component", component).query(Long.class).single();
    }
}
