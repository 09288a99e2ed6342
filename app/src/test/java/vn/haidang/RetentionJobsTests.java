package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ui.spi.Verb;

/** Whoever promises a period keeps it: each such rule has a job or a reason, and the jobs do it, as the clock moves and on the record. */
@WebTest
class RetentionJobsTests {

    private static final Pattern PERIOD =
            Pattern.compile("\\b(second|minute|day|daily|week|month|year)s?\\b", Pattern.CASE_INSENSITIVE);

    /** The job that keeps the rule of a table. */
    private static final Map<String, String> JOBS = Map.ofEntries(
            Map.entry("platform.event_publication", "platform-publication-retention"),
            Map.entry("casework.answered_key", "casework-answered-keys"),
            Map.entry("casework.bulk_run", "casework-bulk-old"),
            Map.entry("document.signing_run", "document-signing-old"),
            Map.entry("files.released", "files-sweep"),
            Map.entry("form.draft", "form-draft-retention"),
            Map.entry("identity.account", "identity-erase-names"),
            Map.entry("identity.attempt", "identity-forget-attempts"),
            Map.entry("identity.session", "identity-delete-ended-sessions"),
            Map.entry("journal.entry", "journal-retention"),
            Map.entry("journal.salt", "journal-retention"),
            Map.entry("notification.device", "notification-devices"),
            Map.entry("notification.message", "notification-retention"),
            Map.entry("publicservice.preparation", "publicservice-retention"),
            Map.entry("publicservice.bundle_preparation", "publicservice-retention"),
            Map.entry("publicservice.told", "publicservice-retention"),
            Map.entry("publicservice.appointment", "publicservice-desk-night"),
            Map.entry("publicservice.slot", "publicservice-desk-night"),
            Map.entry("publicservice.ticket_counter", "publicservice-desk-night"),
            Map.entry("publicservice.kiosk", "publicservice-desk-night"),
            Map.entry("publicservice.parcel", "publicservice-desk-night"),
            Map.entry("publicservice.reception", "publicservice-desk-night"),
            Map.entry("publicservice.dossier_counter", "publicservice-retention"),
            Map.entry("publicservice.feedback_counter", "publicservice-retention"),
            Map.entry("publicservice.data_copy", "publicservice-own-retention"),
            Map.entry("publicservice.consent", "publicservice-own-retention"),
            Map.entry("registry.authorisation", "registry-authorisation-retention"));

    /** Why a rule needs no job of its own. */
    private static final Map<String, String> REASONS = Map.of(
            "indicator.delta", "the folder empties it, twice a second",
            "journal.unsealed", "the sealer empties it, every second",
            "organization.present", "one row, written anew each day",
            "organization.listed_unit", "kept for ever",
            "document.issued", "a least term; nothing deletes documents before the term of cases is established");

    /** What goes in the night after its draft did; columns beside :id, the draft. */
    private static final Map<String, String> OF_DRAFTS = Map.of("publicservice.bundle_preparation", """
            insert into publicservice.bundle_preparation (draft, ordinal, event, service_code, unit)
            values (:id, 1, 'test', 'test', :id)
            """);

    private record Aged(String table, Period term, String job, String act, String insert) {}

    /** Inserts take :id, a UUID, and :at, from when the term counts. Beside each table a verb of the act that its job records. */
    private static final List<Aged> AGED = List.of(
            new Aged("platform.event_publication", Period.ofDays(7), "platform-publication-retention", "", """
                    insert into platform.event_publication
                      (id, listener_id, event_type, serialized_event, publication_date, completion_date)
                    values (:id, 'test', 'test', '{}', :at, :at)
                    """),
            new Aged(
                    "casework.answered_key", Period.ofDays(30), "casework-answered-keys", "casework/keys-deleted", """
                    insert into casework.answered_key (account, key, asked, answer, answered_at)
                    values (:id, :id, 'test', '{}', :at)
                    """),
            new Aged("casework.bulk_run", Period.ofDays(30), "casework-bulk-old", "casework/runs-deleted", """
                    insert into casework.bulk_run (id, account, key, act, asked_at, finished_at)
                    values (:id, :id, :id, 'claim', :at, :at)
                    """),
            new Aged("document.signing_run", Period.ofDays(30), "document-signing-old", "document/runs-deleted", """
                    insert into document.signing_run (id, account, key, asked_at, finished_at)
                    values (:id, :id, :id, :at, :at)
                    """),
            new Aged(
                    "publicservice.data_copy",
                    Period.ofDays(3),
                    "publicservice-own-retention",
                    "publicservice/copies-deleted",
                    """
                    insert into publicservice.data_copy (id, key, account, party, asked_at, touched_at, total, done, bytes)
                    values (:id, :id, :id, :id, :at, :at, 0, 0, 0)
                    """),
            new Aged(
                    "publicservice.consent",
                    Period.ofYears(5),
                    "publicservice-own-retention",
                    "publicservice/consents-deleted",
                    """
                    insert into publicservice.consent (id, account, purpose, words, given_at, withdrawn_at)
                    values (:id, :id, 'test', 'test', :at, :at)
                    """),
            new Aged(
                    "notification.device",
                    Period.ofYears(1),
                    "notification-devices",
                    "notification/devices-deleted",
                    """
                    insert into notification.device (id, account, endpoint, key, secret, kind, added_at)
                    values (:id, :id, cast(:id as text), 'test', 'test', 'android', :at)
                    """),
            new Aged("files.released", Period.ZERO, "files-sweep", "files/bytes-removed", """
                    insert into files.released (sha256, bytes, due_at)
                    values (repeat(replace(cast(:id as text), '-', ''), 2), 1, :at)
                    """),
            new Aged("form.draft", Period.ofDays(90), "form-draft-retention", "form/drafts-deleted", """
                    insert into form.draft (id, form, version, about, owner, started_at, saved_at)
                    select :id, d.code, d.version, 'test', :id, :at, :at from form.definition d limit 1
                    """),
            new Aged(
                    "identity.attempt", Period.ofDays(1), "identity-forget-attempts", "identity/attempts-deleted", """
                    insert into identity.attempt (bucket, tokens, at) values (:id, 1, :at)
                    """),
            new Aged(
                    "identity.session",
                    Period.ZERO,
                    "identity-delete-ended-sessions",
                    "identity/sessions-deleted",
                    """
                    insert into identity.session (id, created_at, seen_at, idle, ends_at)
                    values (decode(replace(cast(:id as text), '-', ''), 'hex'), :at, :at, interval '8 hours', :at)
                    """),
            new Aged(
                    "notification.message",
                    Period.ofYears(2),
                    "notification-retention",
                    "notification/messages-deleted",
                    """
                    insert into notification.message (id, account, message_key, arguments, sent_at)
                    values (:id, :id, 'test', '[]', :at)
                    """),
            new Aged(
                    "publicservice.told",
                    Period.ofYears(1),
                    "publicservice-retention",
                    "publicservice/counters-deleted",
                    """
                    insert into publicservice.told (case_id, what, round, told_at) values (:id, 'test', 0, :at)
                    """),
            new Aged(
                    "publicservice.parcel",
                    Period.ofYears(1),
                    "publicservice-desk-night",
                    "publicservice/desk-records-deleted",
                    """
                    insert into publicservice.parcel (id, direction, unit, other_name, carrier, tracking, arrived_at, registered_by,
                      registered_by_name, registered_at, submission_key)
                    values (:id, 'in', :id, 'test', 'test', cast(:id as text), :at, :id, 'test', :at, :id)
                    """),
            new Aged(
                    "registry.authorisation",
                    Period.ofYears(10),
                    "registry-authorisation-retention",
                    "registry/authorisations-deleted",
                    """
                    insert into registry.authorisation
                      (id, key, principal_kind, principal, delegate_number, delegate_name, service, term, granted_by, granted_at)
                    values (:id, :id, 'person', :id, '000000000000', 'test', '{}',
                      daterange(cast(:at as date) - 30, cast(:at as date) + 1), :id, :at)
                    """));

    private final List<RecurringTask<?>> tasks;
    private final List<Verb> verbs;
    private final JdbcClient database;
    private final MovableClock clock;

    RetentionJobsTests(List<RecurringTask<?>> tasks, List<Verb> verbs, JdbcClient database, MovableClock clock) {
        this.tasks = tasks;
        this.verbs = verbs;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void everyRuleThatNamesAPeriodHasAJobOrAReason() {
        List<String> unkept = new ArrayList<>();
        database.sql("""
                        select format('%s.%s', n.nspname, r.relname), obj_description(r.oid, 'pg_class')
                          from pg_class r join pg_namespace n on n.oid = r.relnamespace
                         where r.relkind in ('r', 'p') and not r.relispartition and n.nspname !~ '^pg_'
                           and obj_description(r.oid, 'pg_class') like '%retention:%'
                        """)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(rule -> {
                    var table = rule.getKey();
                    var words = rule.getValue().substring(rule.getValue().indexOf("retention:"));
                    if (PERIOD.matcher(words).find()
                            && !JOBS.containsKey(table)
                            && !REASONS.containsKey(table)
                            && !table.startsWith("journal.retired_")) {
                        unkept.add(table + ": " + words);
                    }
                });
        assertThat(unkept).as("rules that name a period and are kept by nobody").isEmpty();
        assertThat(tasks.stream().map(RecurringTask::getName)).containsAll(JOBS.values());
    }

    @Test
    void whatHasPassedItsTermGoesAndWhatHasNotStaysAndTheActSaysHowMany() {
        List<UUID> olds = new ArrayList<>();
        List<UUID> youngs = new ArrayList<>();
        for (var rule : AGED) {
            var ends =
                    clock.instant().atZone(clock.getZone()).minus(rule.term()).plusHours(1);
            olds.add(insert(rule, ends.toInstant()));
            youngs.add(insert(rule, ends.plusDays(3).toInstant()));
        }
        int drafts = AGED.stream().map(Aged::table).toList().indexOf("form.draft");
        for (var draft : List.of(olds.get(drafts), youngs.get(drafts))) {
            OF_DRAFTS
                    .values()
                    .forEach(insert -> database.sql(insert).param("id", draft).update());
        }
        var closed = account(clock.instant()
                .atZone(clock.getZone())
                .minusYears(2)
                .plusHours(1)
                .toInstant());
        var open = account(null);

        runAll();
        for (int i = 0; i < AGED.size(); i++) {
            assertThat(count(AGED.get(i).table(), olds.get(i)))
                    .as(AGED.get(i).table() + " within its term")
                    .isOne();
        }
        OF_DRAFTS
                .keySet()
                .forEach(table -> assertThat(count(table, olds.get(drafts)))
                        .as(table + " while its draft is there")
                        .isOne());
        var before = clock.instant();
        clock.moveBy(Duration.ofDays(1).plusHours(2));
        runAll();
        runAll();

        for (int i = 0; i < AGED.size(); i++) {
            var rule = AGED.get(i);
            assertThat(count(rule.table(), olds.get(i)))
                    .as(rule.table() + " past its term")
                    .isZero();
            assertThat(count(rule.table(), youngs.get(i)))
                    .as(rule.table() + " younger")
                    .isOne();
            if (!rule.act().isEmpty()) {
                assertThat(acts(rule.act(), before)).as(rule.act()).isPositive();
            }
        }
        OF_DRAFTS.keySet().forEach(table -> {
            assertThat(count(table, olds.get(drafts)))
                    .as(table + " after its draft went")
                    .isZero();
            assertThat(count(table, youngs.get(drafts)))
                    .as(table + " while its draft is there")
                    .isOne();
        });
        assertThat(acts("publicservice/preparations-deleted", before)).isPositive();
        assertThat(name(closed)).isEmpty();
        assertThat(count("identity.recovery_code", closed)).isZero();
        assertThat(count("identity.recovery_code", open)).isOne();
        assertThat(name(open)).isEqualTo("Nguyen Van An");
        assertThat(acts("identity/names-erased", before)).isPositive();
        proven();
    }

    private void runAll() {
        for (var task : tasks) {
            if (JOBS.containsValue(task.getName()) && !task.getName().equals("journal-retention")) {
                run(task);
            }
        }
    }

    /** The jobs look at nothing of what the scheduler would tell them. */
    @SuppressWarnings("NullAway")
    private static <T> void run(RecurringTask<T> task) {
        task.execute(task.instance(RecurringTask.INSTANCE), null);
    }

    private UUID insert(Aged rule, Instant at) {
        var id = UUID.randomUUID();
        database.sql(rule.insert()).param("id", id).param("at", utc(at)).update();
        return id;
    }

    private UUID account(@org.jspecify.annotations.Nullable Instant closed) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into identity.account (id, username, display_name, created_at, closed_at)
                        values (:id, cast(:id as text), 'Nguyen Van An', :at, cast(:closed as timestamptz))
                        """)
                .param("id", id)
                .param("at", utc(clock.instant()))
                .param("closed", closed == null ? null : utc(closed))
                .update();
        database.sql("insert into identity.recovery_code (account, hash, made_at) values (:id, 'x', :at)")
                .param("id", id)
                .param("at", utc(clock.instant()))
                .update();
        return id;
    }

    private String name(UUID account) {
        return database.sql("select display_name from identity.account where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }

    /** Every table here keeps the id as text in some column of its row. */
    private long count(String table, UUID id) {
        return database.sql("select count(*) from " + table
                        + " t where strpos(replace(t::text, '-', ''), replace(cast(:id as text), '-', '')) > 0")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private long acts(String verb, Instant since) {
        return database.sql(
                        "select count(*) from journal.entry e where e.verb = :verb and e.kind = 'act' and e.at >= :since")
                .param("verb", verb)
                .param("since", utc(since))
                .query(Long.class)
                .single();
    }

    private void proven() {
        var out = new ByteArrayOutputStream();
        var verify = verbs.stream()
                .filter(verb -> verb.name().equals("verify-journal"))
                .findFirst()
                .orElseThrow();
        int code = verify.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
