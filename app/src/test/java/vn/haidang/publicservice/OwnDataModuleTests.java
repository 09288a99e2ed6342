package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.own.Consents;
import vn.haidang.publicservice.internal.own.CopyWork;
import vn.haidang.publicservice.internal.own.DataCopies;
import vn.haidang.publicservice.internal.own.DataRequestRows;
import vn.haidang.publicservice.internal.own.DataRequests;
import vn.haidang.publicservice.internal.own.DataTerms;
import vn.haidang.publicservice.internal.own.PromisedAnswers;
import vn.haidang.publicservice.internal.own.Readings;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.CalendarChange;
import vn.haidang.worktime.CalendarDay;
import vn.haidang.worktime.DayKind;
import vn.haidang.worktime.Deadlines;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/** One's own data: who read it, requests with their clocks, agreements, a copy of everything; and nobody else's. */
@ModuleTest
@Import(Applicant.class)
class OwnDataModuleTests {

    private static final String SINGLE = "1.004873";

    private final Applicant people;
    private final Applications applications;
    private final Journal journal;
    private final ApplicationContext beans;
    private final MovableClock clock;

    OwnDataModuleTests(
            Applicant people,
            Applications applications,
            Journal journal,
            ApplicationContext beans,
            MovableClock clock) {
        this.people = people;
        this.applications = applications;
        this.journal = journal;
        this.beans = beans;
        this.clock = clock;
    }

    @Test
    void saysWhichPostReadWhatWhenWhyAndForWhichDossier() {
        Reader reader = people.resident("Ngo Thi Lan");
        Reader other = people.resident("Ngo Thi Linh");
        ApplicationId mine = people.submitted(SINGLE, reader, Device.PHONE);
        ApplicationId theirs = people.submitted(SINGLE, other, Device.PHONE);
        Reader officer = people.officer("Can bo mot cua", Role.ONE_STOP_OFFICER);
        Application application = applications.get(mine, reader);
        journal.read(
                officer.actor(),
                "casework/inbox",
                java.util.List.of(
                        new Subject("casework/case", application.caseId().value()),
                        new Subject("publicservice/application", theirs.value())));

        var lines = readings(reader, false);

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.who()).isEqualTo(Readings.Who.OFFICIAL);
            assertThat(line.posts()).singleElement().satisfies(post -> {
                assertThat(post.title()).isEqualTo("Can bo mot cua");
                assertThat(post.unit()).isNotBlank();
            });
            assertThat(line.purpose()).isEqualTo("casework/inbox");
            assertThat(line.dossiers()).containsExactly(application.dossierCode());
        });
        assertThat(readings(reader, true)).hasSizeGreaterThan(1);
        assertThat(readings(other, false))
                .singleElement()
                .satisfies(line -> assertThat(line.dossiers())
                        .containsExactly(applications.get(theirs, other).dossierCode()));
    }

    @Test
    void whoeverActsUnderAnAuthorisationSeesNothingOfTheirsAndAGuardianTheChilds() {
        Reader principal = people.resident("Trinh Thi Mai");
        Reader helper = people.resident("Trinh Van Nam");
        people.submitted(SINGLE, principal, Device.PHONE);
        journal.read(
                helper.actor(),
                "test",
                java.util.List.of(new Subject(
                        "registry/person", requireNonNull(principal.person()).value())));
        PartyId person = requireNonNull(principal.person());

        Reader authorised = helper.actingUnder(mandate(person, Mandate.Basis.AUTHORISED, LocalDate.now(clock)));
        assertThat(readings(authorised, true)).isEmpty();
        refused(
                () -> beans.getBean(DataCopies.class).ask(UUID.randomUUID(), authorised),
                "publicservice/not-your-data");
        refused(() -> send("access", authorised), "publicservice/not-your-data");

        Reader guardian = helper.actingUnder(mandate(person, Mandate.Basis.GUARDIAN, null));
        assertThat(readings(guardian, true)).isNotEmpty();
        assertThat(readings(helper, true)).noneMatch(line -> line.purpose().equals("test"));
    }

    @Test
    void aRequestRunsOnItsClocksAndIsPutOffOnce() {
        Reader reader = people.resident("Luong Thi Oanh");
        UUID id = send("access", reader);
        var rows = beans.getBean(DataRequestRows.class);
        var request = rows.mine(id, reader).orElseThrow().request();
        assertThat(request.acknowledgeBy()).isAfter(request.sentAt());
        assertThat(request.answerFrom()).isNotNull();
        assertThat(requireNonNull(request.answerFrom())).isBefore(request.answerBy());
        assertThat(request.reasoning().lines()).isNotEmpty();

        var requests = beans.getBean(DataRequests.class);
        Reader elsewhere = people.resident("Somebody");
        assertThat(rows.mine(id, elsewhere)).isEmpty();
        refused(() -> requests.extend(id, "why", elsewhere), "publicservice/no-such-data");
        Reader specialist = people.officer("Specialist", Role.SPECIALIST);
        refused(() -> requests.extend(id, "  ", specialist), "publicservice/data-reason-missing");
        requests.extend(id, "the archive is being moved", specialist);
        refused(() -> requests.extend(id, "again", specialist), "publicservice/extended-already");
        var extended = rows.mine(id, reader).orElseThrow().request();
        assertThat(Duration.between(request.answerBy(), extended.due()).toDays())
                .isBetween(14L, 15L + 10L);

        act(request.caseId(), "acknowledge", "acknowledge", null, Role.ONE_STOP_OFFICER);
        assertThat(rows.mine(id, reader).orElseThrow().acceptedAt()).isNotNull();
        act(request.caseId(), "answer", "done", "here it is", Role.SPECIALIST);
        assertThat(rows.mine(id, reader).orElseThrow())
                .returns(CaseStatus.CLOSED, DataRequestRows.Standing::status)
                .returns("here it is", DataRequestRows.Standing::answer);
        refused(() -> requests.extend(id, "late", specialist), "publicservice/too-late-to-extend");
    }

    /** Civil Code 2015, art. 147 and 148: the day of receipt is not counted, a last day of rest moves on. */
    @Test
    void whateverTheMomentTheClocksAreThoseOfTheCalendarCountedByHand() {
        var terms = beans.getBean(DataTerms.class);
        var calendars = beans.getBean(WorkCalendars.class);
        var calendar = calendars.current();
        Random random = new Random(20260101);
        for (int i = 0; i < 400; i++) {
            Instant sent = Instant.parse("2026-01-02T00:00:00Z").plusSeconds(random.nextInt(600 * 24 * 3600));
            LocalDate day = LocalDate.ofInstant(sent, MovableClock.VIETNAM);
            String hours = calendars.officeHoursOf(people.commune(), day, "standard");
            LocalDate received =
                    LocalDate.ofInstant(new Deadlines(calendar).receivedAt(sent, hours), MovableClock.VIETNAM);
            for (DataTerms.Right right : terms.on(day)) {
                var times = terms.times(right, sent, day, people.commune());
                assertThat(times.acknowledgeBy()).isEqualTo(after(working(received, 2, calendar)));
                LocalDate most = received.plusDays(right.least() == null ? 15 : 20);
                assertThat(times.answerBy()).isEqualTo(after(working(most.minusDays(1), 1, calendar)));
                assertThat(times.furthest())
                        .isEqualTo(after(working(most.plusDays(15).minusDays(1), 1, calendar)))
                        .isAfter(times.answerBy());
                if (right.least() != null) {
                    assertThat(times.answerFrom())
                            .isEqualTo(after(working(received.plusDays(9), 1, calendar)))
                            .isBeforeOrEqualTo(times.answerBy());
                }
                assertThat(times.acknowledgeBy()).isBefore(times.answerBy());
            }
        }
    }

    /** The so-manieth working day after another. */
    private static LocalDate working(LocalDate from, int count, WorkCalendar calendar) {
        LocalDate day = from;
        int left = count;
        while (left > 0) {
            day = day.plusDays(1);
            left -= calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private static Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(MovableClock.VIETNAM).toInstant();
    }

    @Test
    void aChangedCalendarMovesTheDaysThatRequestsNameOnlyWhenThatWasDecided() {
        Reader reader = people.resident("Ma Thi Xuan");
        var answers = beans.getBean(PromisedAnswers.class);
        var rows = beans.getBean(DataRequestRows.class);
        UUID answered = send("access", reader);
        UUID id = send("access", reader);
        UUID putOff = send("restrict", reader);
        beans.getBean(DataRequests.class)
                .extend(putOff, "the archive is being moved", people.officer("Specialist", Role.SPECIALIST));
        var before = rows.mine(id, reader).orElseThrow().request();
        var extended = rows.mine(putOff, reader).orElseThrow().request();
        act(
                rows.mine(answered, reader).orElseThrow().request().caseId(),
                "acknowledge",
                "acknowledge",
                null,
                Role.ONE_STOP_OFFICER);
        act(rows.mine(answered, reader).orElseThrow().request().caseId(), "answer", "done", "yes", Role.SPECIALIST);
        LocalDate last = LocalDate.ofInstant(before.answerBy().minusMillis(1), MovableClock.VIETNAM);
        LocalDate latest = LocalDate.ofInstant(extended.due().minusMillis(1), MovableClock.VIETNAM);
        WorkCalendar now = beans.getBean(WorkCalendars.class).current();
        var change = CalendarChange.between(now, now.with(off(last)).with(off(latest)))
                .orElseThrow();
        Instant next = after(working(last, 1, change.after()));

        assertThat(answers.foresee(change))
                .filteredOn(moved -> List.of(answered, id, putOff).contains(moved.request()))
                .containsExactly(
                        new PromisedAnswers.Moved(id, PromisedAnswers.Promise.ANSWER, before.answerBy(), next),
                        new PromisedAnswers.Moved(
                                putOff,
                                PromisedAnswers.Promise.PUT_OFF,
                                extended.due(),
                                after(working(latest, 1, change.after()))));
        assertThat(rows.mine(id, reader).orElseThrow().request()).isEqualTo(before);

        beans.getBean(TransactionOperations.class)
                .executeWithoutResult(status -> answers.move(change, people.officer("Chief", Role.ADMINISTRATOR)));

        var moved = rows.mine(id, reader).orElseThrow().request();
        assertThat(moved.answerBy()).isEqualTo(next);
        assertThat(moved.acknowledgeBy()).isEqualTo(before.acknowledgeBy());
        assertThat(moved.reasoning()).isNotEqualTo(before.reasoning());
        assertThat(rows.mine(putOff, reader).orElseThrow().request().due())
                .isEqualTo(after(working(latest, 1, change.after())));
        assertThat(rows.mine(putOff, reader).orElseThrow().request().answerBy()).isEqualTo(extended.answerBy());
        assertThat(answers.foresee(change)).noneMatch(again -> again.request().equals(id));
    }

    private static CalendarDay off(LocalDate day) {
        return new CalendarDay(day, DayKind.SWAP_OFF, "x", "x", true, "x");
    }

    @Test
    void theSameKeySendsOneRequest() {
        Reader reader = people.resident("Ta Thi Phuong");
        UUID key = UUID.randomUUID();
        var requests = beans.getBean(DataRequests.class);
        UUID first = requests.send("delete", "my old phone number", people.commune(), key, reader);
        assertThat(requests.send("delete", "my old phone number", people.commune(), key, reader))
                .isEqualTo(first);
        assertThat(beans.getBean(DataRequestRows.class).mine(reader)).hasSize(1);
        refused(() -> send("no-such", reader), "publicservice/no-such-right");
    }

    @Test
    void anAgreementIsNeverGivenBeforehandAndEndsWhenItIsTakenBack() {
        Reader reader = people.resident("Cao Thi Quynh");
        var consents = beans.getBean(Consents.class);
        assertThat(consents.of(reader)).isNotEmpty().allMatch(purpose -> purpose.givenAt() == null);

        consents.give("draft-reminder", false, reader);
        consents.give("draft-reminder", false, reader);
        assertThat(consents.of(reader)).anyMatch(purpose -> purpose.givenAt() != null);
        consents.withdraw("draft-reminder", reader);
        consents.withdraw("draft-reminder", reader);

        assertThat(consents.of(reader)).allMatch(purpose -> purpose.givenAt() == null);
        assertThat(consents.past(reader))
                .singleElement()
                .satisfies(past -> assertThat(past.words()).isNotBlank());
    }

    @Test
    void aCopyHoldsEverythingOfOneselfNoSecretAndNothingOfOthers() throws IOException {
        Reader reader = people.resident("Dang Thi Thuy");
        Reader other = people.resident("Dang Thi Uyen");
        Application mine = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        Application theirs = applications.get(people.submitted(SINGLE, other, Device.PHONE), other);
        var copies = beans.getBean(DataCopies.class);
        UUID id = copies.ask(UUID.randomUUID(), reader);
        assertThat(copies.ask(UUID.randomUUID(), reader)).isEqualTo(id);

        beans.getBean(CopyWork.class).begin(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> copies.mine(id, reader).orElseThrow().finished());

        var copy = copies.mine(id, reader).orElseThrow();
        assertThat(copy.done()).isEqualTo(copy.total()).isPositive();
        assertThat(copies.mine(id, other)).isEmpty();
        var bytes = new ByteArrayOutputStream();
        copies.send(copy, reader, bytes);
        assertThat((long) bytes.size()).isEqualTo(copy.bytes());
        Map<String, String> inside = unzipped(bytes.toByteArray());
        assertThat(inside).containsKey("data.json").hasSize(1 + mine.files().size());
        assertThat(inside.get("data.json"))
                .contains(
                        mine.dossierCode(),
                        "Dang Thi Thuy",
                        mine.files().getFirst().sha256())
                .doesNotContain(mine.secret(), theirs.dossierCode(), "Dang Thi Uyen");
        assertThat(readings(reader, true)).anyMatch(line -> line.purpose().equals("publicservice/data-copy"));
    }

    private java.util.List<Readings.Line> readings(Reader reader, boolean all) {
        return beans.getBean(Readings.class)
                .of(reader, all, PageRequest.first(100))
                .rows();
    }

    private UUID send(String right, Reader reader) {
        return beans.getBean(DataRequests.class)
                .send(right, "what do you know of me", people.commune(), UUID.randomUUID(), reader);
    }

    private void act(vn.haidang.casework.CaseId id, String step, String outcome, @Nullable String reason, Role role) {
        Reader official = people.officer("Official", role);
        var cases = beans.getBean(Cases.class);
        cases.act(new TakeStep(
                id, cases.get(id, official).version(), step, outcome, reason, official, UUID.randomUUID()));
    }

    private Mandate mandate(PartyId party, Mandate.Basis basis, @Nullable LocalDate since) {
        return new Mandate(
                new MandateId(UUID.randomUUID()),
                party,
                Mandate.Kind.PERSON,
                basis,
                "Somebody",
                java.util.Set.of(),
                since,
                null);
    }

    static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> inside = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                inside.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return inside;
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }
}
