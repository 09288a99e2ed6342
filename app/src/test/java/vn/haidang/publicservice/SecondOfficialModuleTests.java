package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.internal.once.CorrectionCases;
import vn.haidang.publicservice.internal.once.CorrectionRows;
import vn.haidang.publicservice.internal.once.CorrectionRows.Correction;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.Keeping;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;
import vn.haidang.ui.ProblemException;

/** Four eyes on the registers: who asks, who checks and who confirms are three people, whatever comes at the same time. */
@ModuleTest
@Import(Applicant.class)
class SecondOfficialModuleTests {

    private final Applicant people;
    private final Cases cases;
    private final CorrectionCases corrections;
    private final CorrectionRows rows;
    private final Corrections registry;
    private final Persons persons;
    private final ApplicationContext beans;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    SecondOfficialModuleTests(Applicant people, ApplicationContext beans) {
        this.people = people;
        this.beans = beans;
        this.cases = beans.getBean(Cases.class);
        this.corrections = beans.getBean(CorrectionCases.class);
        this.rows = beans.getBean(CorrectionRows.class);
        this.registry = beans.getBean(Corrections.class);
        this.persons = beans.getBean(Persons.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.clock = beans.getBean(MovableClock.class);
    }

    @Test
    void nothingIsRecordedBeforeAnotherOfficialConfirmsAndBothAreNamed() {
        Reader reader = people.resident("Mai Thi An");
        Correction asked = asked(reader, "person.full-name", "Mai Thi An Binh");
        Reader both = both("Checks And Heads");

        act(asked, "check", "correct", null, both);
        assertThat(known(reader, "person.full-name")).isEqualTo("Mai Thi An");
        refused(() -> act(asked, "confirm", "confirm", null, both), "casework/four-eyes");
        assertThat(known(reader, "person.full-name")).isEqualTo("Mai Thi An");

        Reader second = people.officer("Second Official", Role.UNIT_HEAD);
        act(asked, "confirm", "confirm", null, second);
        assertThat(known(reader, "person.full-name")).isEqualTo("Mai Thi An Binh");
        Correction done = rows.find(asked.id()).orElseThrow();
        assertThat(requireNonNull(done.decided()).name()).isEqualTo("Checks And Heads");
        assertThat(requireNonNull(done.confirmed()).name()).isEqualTo("Second Official");
        assertThat(jdbc.sql("""
                        select string_agg(e.verb, ' ' order by e.id) from journal.entry e
                        where :correction = any (e.subject_ids) and e.actor_id = :by and :first = any (e.subject_ids)
                        """)
                        .param("correction", asked.id())
                        .param("by", account(second).value())
                        .param("first", account(both).value())
                        .query(String.class)
                        .single())
                .isEqualTo("publicservice/correction-confirmed");
    }

    @Test
    void whoeverAskedDecidesNothingOfItAndNeitherDoesThePersonRecorded() {
        Reader official = both(people.resident("Official And Resident"));
        Correction own = asked(official, "person.full-name", "Somebody Better");
        refused(() -> act(own, "check", "correct", null, official), "publicservice/own-correction");
        act(own, "check", "correct", null, people.officer("Checks", Role.SPECIALIST));
        refused(() -> act(own, "confirm", "confirm", null, official), "publicservice/own-correction");
        assertThat(known(official, "person.full-name")).isEqualTo("Official And Resident");

        Reader resident = people.resident("Mai Van Cu");
        Reader desk = both("Writes Down");
        Reader writing = desk.actingUnder(new Mandate(
                new MandateId(UUID.randomUUID()),
                requireNonNull(resident.person()),
                Mandate.Kind.PERSON,
                Mandate.Basis.BY_OFFICER,
                "Mai Van Cu",
                Set.of("1.004873"),
                null,
                null));
        assertThat(registry.keepers(writing).get("person.phone"))
                .as("an officer's word is not the person's own")
                .returns(Keeping.Way.CASE, Keeping::way);
        ask(writing, "person.phone", "0912345678", "0909090909");
        Correction written = rows.mine(resident).getFirst().correction();
        refused(() -> act(written, "check", "correct", null, desk), "publicservice/own-correction");
        assertThat(known(resident, "person.phone")).isEqualTo("0912345678");
    }

    @Test
    void whatIsSentBackIsCheckedAgainAndWhatChangedMeanwhileIsNotWrittenOver() {
        Reader reader = people.resident("Mai Thi Dung");
        Correction first = asked(reader, "person.full-name", "Mai Thi Dung Em");
        Correction other = asked(reader, "person.full-name", "Mai Thi Dung Anh");
        Reader checks = people.officer("Checks", Role.SPECIALIST);
        Reader head = people.officer("Confirms", Role.UNIT_HEAD);
        act(first, "check", "correct", null, checks);
        act(first, "confirm", "return", "no paper of it", head);
        assertThat(rows.find(first.id()).orElseThrow().decided()).isNull();
        act(first, "check", "correct", null, checks);
        act(other, "check", "correct", null, checks);
        act(first, "confirm", "confirm", null, head);

        refused(() -> act(other, "confirm", "confirm", null, head), "registry/recorded-otherwise");
        assertThat(known(reader, "person.full-name")).isEqualTo("Mai Thi Dung Em");
    }

    @Test
    void aCaseOfTheOldProcedureIsNotEndedByOne() {
        clock.returnTo(Instant.parse("2025-12-10T03:00:00Z"));
        Reader reader = people.resident("Mai Thi Xuan");
        Correction asked = asked(reader, "person.full-name", "Mai Thi Xuan Mai");
        refused(
                () -> act(asked, "check", "correct", null, people.officer("Checks", Role.SPECIALIST)),
                "publicservice/second-official-missing");
        clock.returnTo(TestDatabase.START);
    }

    @Test
    void whatWasRefusedCanBeAskedForAgainAndWhatIsLookedAtIsNotAskedTwice() {
        Reader reader = people.resident("Mai Thi Yen");
        Correction first = asked(reader, "person.full-name", "Mai Thi Yen Nhi");
        ask(reader, "person.full-name", "Mai Thi Yen", "Mai Thi Yen Nhi");
        assertThat(rows.mine(reader)).hasSize(1);
        act(first, "check", "refuse", "bring the book", people.officer("Checks", Role.SPECIALIST));
        ask(reader, "person.full-name", "Mai Thi Yen", "Mai Thi Yen Nhi");
        assertThat(rows.mine(reader)).hasSize(2);
    }

    @Test
    void twoWhoConfirmAtTheSameTimeRecordOnce() throws Exception {
        Reader reader = people.resident("Mai Thi Giang");
        Correction asked = asked(reader, "person.full-name", "Mai Thi Giang Ha");
        act(asked, "check", "correct", null, people.officer("Checks", Role.SPECIALIST));
        Reader one = people.officer("One", Role.UNIT_HEAD);
        Reader two = people.officer("Two", Role.UNIT_HEAD);
        long version = cases.get(asked.caseId(), one).version();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> ended = threads.invokeAll(List.<Callable<Boolean>>of(
                    () -> confirms(asked.caseId(), version, one), () -> confirms(asked.caseId(), version, two)));
            assertThat(List.of(ended.get(0).get(), ended.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(jdbc.sql("""
                        select count(*) from registry.person_record where person = :person and full_name = 'Mai Thi Giang Ha'
                        """)
                        .param("person", requireNonNull(reader.person()).value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void twoCorrectionsOfOnePersonAtTheSameTimeAreBothKept() throws Exception {
        Reader reader = people.resident("Mai Thi Hien");
        var person = new PersonId(requireNonNull(reader.person()).value());
        clock.moveBy(Duration.ofDays(1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> later =
                    requireNonNull(beans.getBean(TransactionTemplate.class).execute(status -> {
                        registry.apply(person, "person.full-name", "Mai Thi Hien", "Mai Thi Hoa", "test", Actor.SYSTEM);
                        Future<?> waits = threads.submit(
                                () -> registry.apply(person, "person.phone", null, "0987000111", "test", Actor.SYSTEM));
                        Awaitility.await()
                                .atMost(Duration.ofSeconds(20))
                                .until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                                .query(Long.class)
                                                .single()
                                        > 0);
                        return waits;
                    }));
            later.get();
        }
        assertThat(known(reader, "person.full-name")).isEqualTo("Mai Thi Hoa");
        assertThat(known(reader, "person.phone")).isEqualTo("0987000111");
    }

    private boolean confirms(CaseId id, long version, Reader by) {
        try {
            cases.act(new TakeStep(id, version, "confirm", "confirm", null, by, UUID.randomUUID()));
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isEqualTo("casework/changed-meanwhile");
            return false;
        }
    }

    private Correction asked(Reader reader, String attribute, String wanted) {
        ask(reader, attribute, known(reader, attribute), wanted);
        Correction asked = rows.mine(reader).getFirst().correction();
        assertThat(cases.of(CorrectionCases.SUBJECT, asked.id()).orElseThrow().status())
                .isEqualTo(CaseStatus.OPEN);
        return asked;
    }

    private void ask(Reader reader, String attribute, String known, String wanted) {
        corrections.askAlone(
                requireNonNull(registry.keepers(reader).get(attribute)),
                new CorrectionCases.Wanted(
                        UUID.randomUUID(),
                        known,
                        "population",
                        LocalDate.now(clock),
                        wanted,
                        null,
                        null,
                        people.commune()),
                reader);
    }

    private void act(Correction correction, String step, String outcome, @Nullable String reason, Reader by) {
        cases.act(new TakeStep(
                correction.caseId(),
                cases.get(correction.caseId(), by).version(),
                step,
                outcome,
                reason,
                by,
                UUID.randomUUID()));
    }

    /** One who could do both steps, if they were not two people's. */
    private Reader both(String name) {
        return both(people.officer(name, Role.SPECIALIST));
    }

    private Reader both(Reader somebody) {
        var accounts = beans.getBean(Accounts.class);
        AccountId account = account(somebody);
        for (Role role : List.of(Role.SPECIALIST, Role.UNIT_HEAD)) {
            if (!somebody.holds(role, people.commune())) {
                accounts.appoint(account, people.commune(), role, "Official", LocalDate.of(2025, 7, 1), null);
            }
        }
        return accounts.reader(account);
    }

    private String known(Reader reader, String attribute) {
        return requireNonNull(persons.known(reader, List.of(attribute), "test").get(attribute))
                .value();
    }

    private static AccountId account(Reader reader) {
        return requireNonNull(reader.account());
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }
}
