package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** What officials asked to be done to many work items at once, and what became of each. */
@Component
public class BulkRuns {

    /** More than fit on a page. */
    public static final int MOST = 200;

    private static final Duration KEPT = Duration.ofDays(30);

    /** What is done to each item. */
    public enum BulkAct {
        CLAIM,
        RETURN,
        ASSIGN,
        ACCEPT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<BulkAct> of(String code) {
            for (BulkAct act : values()) {
                if (act.code().equals(code)) {
                    return Optional.of(act);
                }
            }
            return Optional.empty();
        }
    }

    /** An item as it was seen when it was chosen. */
    public record Chosen(UUID item, long caseVersion) {}

    /**
     * What is asked.
     *
     * @param outcome for {@link BulkAct#ACCEPT}, null else
     * @param person for {@link BulkAct#ASSIGN}, null else
     */
    public record Asked(
            BulkAct act, @Nullable String outcome, @Nullable AccountId person, List<Chosen> chosen, UUID key) {

        public Asked {
            chosen = chosen.stream().distinct().limit(MOST).toList();
        }
    }

    /** A run with who asked for it. */
    record Run(
            UUID id,
            AccountId account,
            BulkAct act,
            @Nullable String outcome,
            @Nullable AccountId person) {}

    /**
     * One line of the result.
     *
     * @param title empty for an item the reader may not see
     * @param problem key of what stood against it, null for nothing
     */
    public record Line(
            UUID item,
            String code,
            String title,
            boolean done,
            @Nullable String problem,
            List<Object> arguments) {

        Line of(@Nullable WorkItem seen) {
            return seen == null ? this : new Line(item, seen.code(), seen.title(), done, problem, arguments);
        }
    }

    /** How far a run is. */
    public record Progress(UUID id, BulkAct act, boolean finished, List<Line> lines) {

        public long done() {
            return lines.stream().filter(Line::done).count();
        }

        public long refused() {
            return lines.stream().filter(line -> line.problem() != null).count();
        }
    }

    private final JdbcClient jdbc;
    private final ItemRows items;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    BulkRuns(JdbcClient jdbc, ItemRows items, Journal journal, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps what is asked, so that it is done even if this node ends; the same key is the same run. */
    @Transactional
    public UUID ask(Asked asked, Reader by) {
        AccountId account = by.account();
        if (account == null) {
            throw CaseworkProblems.notYourWork();
        }
        Instant now = Days.now(clock);
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        AccountId person = asked.person();
        int added = jdbc.sql("""
                        insert into casework.bulk_run (id, account, key, act, outcome, person, asked_at)
                        values (:id, :account, :key, :act, :outcome, :person, :at)
                        on conflict (account, key) do nothing
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("key", asked.key())
                .param("act", asked.act().code())
                .param("outcome", asked.outcome())
                .param("person", Columns.value(person))
                .param("at", Columns.at(now))
                .update();
        if (added == 0) {
            return jdbc.sql("select id from casework.bulk_run where account = :account and key = :key")
                    .param("account", account.value())
                    .param("key", asked.key())
                    .query((row, number) -> Columns.uuid(row, "id"))
                    .single();
        }
        jdbc.sql("""
                        insert into casework.bulk_item (run, ordinal, item, case_version)
                        select :run, c.ordinal, c.item, c.version
                        from unnest(cast(:items as uuid[]), cast(:versions as bigint[])) with ordinality as c (item, version, ordinal)
                        on conflict (run, item) do nothing
                        """)
                .param("run", id)
                .param(
                        "items",
                        Visible.array(asked.chosen().stream()
                                .map(each -> each.item().toString())
                                .toList()))
                .param(
                        "versions",
                        Visible.array(asked.chosen().stream()
                                .map(each -> String.valueOf(each.caseVersion()))
                                .toList()))
                .update();
        journal.act(Act.of("casework/bulk-asked", by.actor()).on(new Subject("casework/bulk", id)));
        return id;
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-run}, the same for one that is somebody else's */
    public Progress progress(UUID id, Reader reader) {
        Run run = find(id).filter(each -> each.account().equals(reader.account()))
                .orElseThrow(CaseworkProblems::noSuchRun);
        List<Line> kept =
                jdbc.sql("""
                        select item, done_at is not null as done, problem, coalesce(arguments, '[]')::text as arguments
                        from casework.bulk_item
                        where run = :run
                        order by ordinal
                        """).param("run", id).query((row, number) -> line(row)).list();
        Map<UUID, WorkItem> seen = items.all(kept.stream().map(Line::item).toList(), reader).stream()
                .collect(Collectors.toMap(WorkItem::id, item -> item));
        if (!seen.isEmpty()) {
            journal.read(
                    reader.actor(),
                    "casework/bulk",
                    seen.values().stream().map(BulkChoices::subject).distinct().toList());
        }
        List<Line> lines =
                kept.stream().map(line -> line.of(seen.get(line.item()))).toList();
        return new Progress(id, run.act(), lines.stream().allMatch(Line::done), lines);
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql("select id, account, act, outcome, person from casework.bulk_run where id = :id")
                .param("id", id)
                .query((row, number) -> new Run(
                        Columns.uuid(row, "id"),
                        new AccountId(Columns.uuid(row, "account")),
                        BulkAct.of(row.getString("act")).orElseThrow(),
                        row.getString("outcome"),
                        Columns.optionalAccount(row, "person")))
                .optional();
    }

    /** Holds the next item that nobody works on, in the caller's transaction. */
    Optional<Chosen> next(UUID run) {
        return jdbc.sql("""
                        select item, case_version
                        from casework.bulk_item
                        where run = :run and done_at is null
                        order by ordinal
                        limit 1
                        for update skip locked
                        """)
                .param("run", run)
                .query((row, number) -> new Chosen(Columns.uuid(row, "item"), row.getLong("case_version")))
                .optional();
    }

    void done(UUID run, UUID item, @Nullable String problem, List<Object> arguments) {
        jdbc.sql("""
                        update casework.bulk_item
                        set done_at = :at, problem = :problem, arguments = cast(:arguments as jsonb)
                        where run = :run and item = :item and done_at is null
                        """)
                .param("at", Columns.at(Days.now(clock)))
                .param("problem", problem)
                .param("arguments", problem == null ? null : json.writeValueAsString(arguments))
                .param("run", run)
                .param("item", item)
                .update();
    }

    /** Nothing happens while an item is open. */
    void finish(UUID run) {
        jdbc.sql("""
                        update casework.bulk_run
                        set finished_at = :at
                        where id = :run and finished_at is null
                          and not exists (select 1 from casework.bulk_item i where i.run = :run and i.done_at is null)
                        """).param("at", Columns.at(Days.now(clock))).param("run", run).update();
    }

    /** Runs that were asked for before a moment and are not finished: whoever worked on them has gone. */
    List<UUID> left(Duration ago) {
        return jdbc.sql(
                        "select id from casework.bulk_run where finished_at is null and asked_at < :before order by asked_at")
                .param("before", Columns.at(clock.instant().minus(ago)))
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
    }

    /** How many were deleted; an act says so. */
    @Transactional
    public int deleteOld() {
        int deleted = jdbc.sql("delete from casework.bulk_run where asked_at < :before")
                .param("before", Columns.at(clock.instant().minus(KEPT)))
                .update();
        if (deleted > 0) {
            journal.act(Act.of("casework/runs-deleted", Actor.SYSTEM)
                    .changed("runs", null, deleted)
                    .because("casework/retention"));
        }
        return deleted;
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                Columns.uuid(row, "item"),
                "",
                "",
                row.getBoolean("done"),
                row.getString("problem"),
                new ArrayList<>(List.of(json.readValue(row.getString("arguments"), Object[].class))));
    }

    static UUID keyOf(UUID run, UUID item) {
        return UuidCreator.getNameBasedSha1(run, item.toString());
    }
}
