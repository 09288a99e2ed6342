package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.files.Files;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.own.Consents;
import vn.haidang.publicservice.internal.own.DataCopies;
import vn.haidang.publicservice.internal.own.DataRequestRows;
import vn.haidang.publicservice.internal.own.DataRequests;
import vn.haidang.publicservice.internal.own.ErasureRows;
import vn.haidang.registry.Parties;
import vn.haidang.registry.Persons;

/** What a granted request to delete deletes, what waits, what stays and why; and that nothing a kept case needs is lost. */
@ModuleTest
@Import(Applicant.class)
class ErasureModuleTests {

    private static final String SINGLE = "1.004873";

    private final Applicant people;
    private final Applications applications;
    private final Cases cases;
    private final ErasureRows erasures;
    private final DataRequestRows requests;
    private final ApplicationContext beans;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    ErasureModuleTests(Applicant people, ApplicationContext beans) {
        this.people = people;
        this.beans = beans;
        this.applications = beans.getBean(Applications.class);
        this.cases = beans.getBean(Cases.class);
        this.erasures = beans.getBean(ErasureRows.class);
        this.requests = beans.getBean(DataRequestRows.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.clock = beans.getBean(MovableClock.class);
    }

    @Test
    void aGrantedRequestDeletesWhatMayBeDeletedAndSaysWhyTheRestStays() {
        Reader reader = people.resident("Ly Thi Kim");
        Application handedIn = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        cases.withdraw(handedIn.caseId(), reader.actor(), null);
        DraftId draft = people.filled(SINGLE, reader);
        UUID uploaded = fileOf(draft, reader);
        UUID result = resultInDraft(reader);
        beans.getBean(Consents.class).give("draft-reminder", false, reader);
        beans.getBean(DataCopies.class).ask(UUID.randomUUID(), reader);
        device(reader);

        UUID request = send("delete", reader);
        assertThat(erasures.of(request)).isEmpty();
        answer(request, "done", "what may be deleted is");

        Map<String, ErasureRows.Outcome> became = became(request);
        assertThat(became.get("drafts"))
                .returns("erased", ErasureRows.Outcome::state)
                .returns(2, ErasureRows.Outcome::amount);
        assertThat(became.get("copies"))
                .returns("erased", ErasureRows.Outcome::state)
                .returns(1, ErasureRows.Outcome::amount);
        assertThat(became.get("devices"))
                .returns("erased", ErasureRows.Outcome::state)
                .returns(1, ErasureRows.Outcome::amount);
        assertThat(became.get("reach"))
                .returns("erased", ErasureRows.Outcome::state)
                .returns(1, ErasureRows.Outcome::amount);
        assertThat(requireNonNull(became.get("dossiers")).basis(false)).contains("33/2024/QH15");
        assertThat(became.values()).allMatch(each -> !each.basis(true).isBlank());
        assertThat(beans.getBean(Drafts.class).open(reader)).isEmpty();
        assertThat(stored(uploaded)).as("an upload of a draft").isZero();
        assertThat(stored(result)).as("a result from the own store").isOne();
        assertThat(beans.getBean(Parties.class).results(reader)).hasSize(1);
        assertThat(known(reader)).doesNotContainKey("person.phone").containsKey("person.full-name");
        assertThat(beans.getBean(Consents.class).of(reader)).allMatch(purpose -> purpose.givenAt() == null);
        assertThat(beans.getBean(Consents.class).past(reader))
                .as("the proof stays")
                .hasSize(1);
        assertThat(beans.getBean(Journal.class).forget(new Subject("form/draft", draft.value())))
                .as("values left behind in the journal")
                .isZero();

        Application kept = applications.get(handedIn.id(), reader);
        assertThat(kept.answers()).isEqualTo(handedIn.answers());
        assertThat(kept.files()).isEqualTo(handedIn.files()).isNotEmpty();
        kept.files()
                .forEach(file ->
                        assertThat(beans.getBean(Files.class).get(file.file())).isNotNull());
    }

    @Test
    void whatAnOpenCaseNeedsWaitsAndTheJobDeletesItWhenTheCaseEnds() {
        Reader reader = people.resident("Ly Thi Lan");
        Application open = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        UUID request = send("delete", reader);
        answer(request, "done", "granted");
        assertThat(became(request).get("reach")).returns("waiting", ErasureRows.Outcome::state);

        job();
        assertThat(known(reader)).as("while a case is open").containsKey("person.phone");
        cases.withdraw(open.caseId(), reader.actor(), null);
        job();
        assertThat(known(reader)).doesNotContainKey("person.phone");
        assertThat(became(request).get("reach"))
                .returns("erased", ErasureRows.Outcome::state)
                .returns(1, ErasureRows.Outcome::amount);
        assertThat(jdbc.sql("""
                        select count(*) from journal.entry e
                        where e.verb = 'publicservice/data-erased-later' and :request = any (e.subject_ids)
                        """).param("request", request).query(Long.class).single())
                .isOne();
    }

    @Test
    void whatIsRefusedOrAsksForSomethingElseDeletesNothing() {
        Reader reader = people.resident("Ly Thi Minh");
        people.filled(SINGLE, reader);
        UUID refused = send("delete", reader);
        answer(refused, "refuse", "not without an identity");
        UUID access = send("access", reader);
        answer(access, "done", "here it is");
        job();

        assertThat(erasures.of(refused)).isEmpty();
        assertThat(erasures.of(access)).isEmpty();
        assertThat(beans.getBean(Drafts.class).open(reader)).hasSize(1);
        assertThat(known(reader)).containsKey("person.phone");
    }

    @Test
    void aRequestForAChildDeletesNothingOfWhoeverActsForIt() {
        Reader parent = people.resident("Ly Van Nam");
        Reader child = people.resident("Ly Thi Oanh");
        people.filled(SINGLE, parent);
        Reader guardian = parent.actingUnder(new Mandate(
                new MandateId(UUID.randomUUID()),
                new PartyId(requireNonNull(child.person()).value()),
                Mandate.Kind.PERSON,
                Mandate.Basis.GUARDIAN,
                "Ly Thi Oanh",
                Set.of(),
                null,
                null));
        people.filled(SINGLE, guardian);
        UUID request = send("delete", guardian);
        answer(request, "done", "granted");

        assertThat(became(request))
                .containsKeys("drafts", "register")
                .doesNotContainKeys("reach", "account", "devices");
        assertThat(beans.getBean(Drafts.class).open(guardian)).isEmpty();
        assertThat(beans.getBean(Drafts.class).open(parent)).hasSize(1);
        assertThat(known(parent)).containsKey("person.phone");
    }

    private UUID send(String right, Reader reader) {
        return beans.getBean(DataRequests.class).send(right, "all of it", people.commune(), UUID.randomUUID(), reader);
    }

    private void answer(UUID request, String outcome, String words) {
        CaseId id = requests.any(request).orElseThrow().request().caseId();
        act(id, "acknowledge", "acknowledge", null, Role.ONE_STOP_OFFICER);
        act(id, "answer", outcome, words, Role.SPECIALIST);
    }

    private void act(CaseId id, String step, String outcome, @Nullable String reason, Role role) {
        Reader official = people.officer("Official", role);
        cases.act(new TakeStep(
                id, cases.get(id, official).version(), step, outcome, reason, official, UUID.randomUUID()));
    }

    private Map<String, ErasureRows.Outcome> became(UUID request) {
        Map<String, ErasureRows.Outcome> became = new java.util.HashMap<>();
        List<String> codes = jdbc.sql(
                        "select code from publicservice.erasure where request = :request order by ordinal")
                .param("request", request)
                .query((row, number) -> row.getString("code"))
                .list();
        List<ErasureRows.Outcome> outcomes = erasures.of(request);
        for (int i = 0; i < codes.size(); i++) {
            became.put(codes.get(i), outcomes.get(i));
        }
        return became;
    }

    /** As the scheduler runs it; the job looks at nothing of what that would tell it. */
    @SuppressWarnings({"NullAway", "rawtypes", "unchecked"})
    private void job() {
        var task = beans.getBeansOfType(RecurringTask.class).values().stream()
                .filter(each -> each.getName().equals("publicservice-own-retention"))
                .findFirst()
                .orElseThrow();
        task.execute(task.instance(RecurringTask.INSTANCE), null);
    }

    private UUID fileOf(DraftId draft, Reader reader) {
        var begun = beans.getBean(Drafts.class).get(draft, reader);
        return begun.form()
                .fields()
                .flatMap(field -> begun.files(field.name()).stream())
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** A second draft in which a result of the own store stands where a file is asked for. */
    private UUID resultInDraft(Reader reader) {
        var file = beans.getBean(Files.class)
                .store(
                        "kept.pdf",
                        new ByteArrayInputStream("%PDF-1.4\nkept for Kim\n%%EOF".getBytes(StandardCharsets.US_ASCII)),
                        1000,
                        Set.of("application/pdf"),
                        reader.actor());
        beans.getBean(Parties.class)
                .keepResult(
                        new Persons.NewResult(
                                requireNonNull(reader.party()),
                                "TBKQ",
                                "77/TBKQ",
                                LocalDate.now(clock),
                                file.id().value(),
                                "city-results"),
                        reader.actor());
        DraftId draft = people.filled(SINGLE, reader);
        var begun = beans.getBean(Drafts.class).get(draft, reader);
        var page = begun.form().pages().stream()
                .filter(each -> each.fields().stream()
                        .anyMatch(field -> field.kind() == vn.haidang.form.FormDefinition.Kind.FILE))
                .findFirst()
                .orElseThrow();
        String field = page.fields().stream()
                .filter(each -> each.kind() == vn.haidang.form.FormDefinition.Kind.FILE)
                .findFirst()
                .orElseThrow()
                .name();
        beans.getBean(vn.haidang.publicservice.internal.once.ReusedPapers.class)
                .use(
                        draft,
                        page.code(),
                        field,
                        beans.getBean(Parties.class).results(reader).getFirst().id(),
                        reader);
        return file.id().value();
    }

    private void device(Reader reader) {
        jdbc.sql("""
                        insert into notification.device (id, account, endpoint, key, secret, kind, added_at)
                        values (:id, :account, cast(:id as text), 'test', 'test', 'android', now())
                        """)
                .param("id", UUID.randomUUID())
                .param("account", requireNonNull(reader.account()).value())
                .update();
    }

    private long stored(UUID file) {
        return jdbc.sql("select count(*) from files.stored_file where id = :id")
                .param("id", file)
                .query(Long.class)
                .single();
    }

    private Map<String, vn.haidang.registry.KnownValue> known(Reader reader) {
        return beans.getBean(Persons.class).known(reader, "test");
    }
}
