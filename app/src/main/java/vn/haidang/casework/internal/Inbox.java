package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** The work items a reader may do, or those of the units they head. Lists and counts are made of the same conditions, so they agree. */
@Component
public class Inbox {

    /** Which of them. */
    public enum Filter {
        ALL("w.state = 'OPEN'"),
        MINE("w.state = 'OPEN' and (w.claimed_by = :me or (w.delegate = :me and w.delegated_until > :now))"),
        QUEUE("w.state = 'OPEN' and w.claimed_by is null"),
        LATE("w.state = 'OPEN' and w.due_at <= :now"),
        TODAY("w.state = 'OPEN' and w.due_at > :now and w.due_at <= :tonight"),
        WEEK("w.state = 'OPEN' and w.due_at > :now and w.due_at <= :week_end"),
        WAITING("w.state = 'WAITING'");

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        /** As it stands in an address. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** All for anything else. */
        public static Filter of(String code) {
            for (Filter filter : values()) {
                if (filter.code().equals(code)) {
                    return filter;
                }
            }
            return ALL;
        }
    }

    /** How pressing something is. */
    public enum Urgency {
        LATE,
        TODAY,
        LATER,
        WAITING
    }

    /**
     * One line of the inbox.
     *
     * @param caseId null for what another module asks without a case
     * @param title what is to do, for a step the title of the case
     * @param step null for another kind of work
     * @param path where it is done
     * @param version of the case, 0 without one
     * @param claimedByName null when nobody took it
     * @param vacant whether it is shown because nobody at the unit holds its role
     */
    public record Row(
            UUID item,
            WorkItem.Kind kind,
            @Nullable CaseId caseId,
            String code,
            String title,
            String applicantName,
            Procedure.@Nullable Step step,
            String path,
            long version,
            @Nullable Instant dueAt,
            Urgency urgency,
            boolean mine,
            @Nullable String claimedByName,
            boolean vacant) {}

    /**
     * The rows between two places of the list.
     *
     * @param total how many there are in all, as {@link #counts} says
     */
    public record Stretch(List<Row> rows, boolean hasPrevious, boolean hasNext, long total) {

        public Stretch {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Something the list can be narrowed to, and how many rows that leaves.
     *
     * @param kind service, step, unit or holder
     * @param name of a holder, null for the others
     * @param step of the choice, null for the others
     */
    public record Choice(
            String kind, String value, @Nullable String name, Procedure.@Nullable Step step, long items) {}

    private static final String INBOX = "casework/inbox";
    private static final String WORKLOAD = "casework/workload";

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Powers powers;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Procedures procedures, Powers powers, Clock clock) {
        this.powers = powers;
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** How many there are under each tab, in one statement. */
    public Map<Filter, Long> counts(Reader reader, InboxFilter filter) {
        InboxSql sql = sql(reader, filter);
        return jdbc.sql(sql.counts())
                .params(sql.parameters())
                .query((row, number) -> {
                    Map<Filter, Long> counts = new EnumMap<>(Filter.class);
                    for (Filter tab : Filter.values()) {
                        counts.put(tab, row.getLong(tab.code() + "_items"));
                    }
                    return counts;
                })
                .single();
    }

    /** The most urgent first, from a place on; {@code total} is what {@link #counts} said of this tab. */
    public Stretch list(Reader reader, InboxFilter filter, @Nullable InboxCursor cursor, int size, long total) {
        InboxSql sql = sql(reader, filter);
        Map<String, Object> place = new HashMap<>();
        place.put("size", size + 1);
        place.put("item", cursor == null ? new UUID(0, 0) : cursor.item());
        place.put("due", cursor == null ? null : Columns.at(cursor.due()));
        Instant now = Days.now(clock);
        Instant tonight = Days.tonight(clock, now);
        List<Row> rows = jdbc.sql(sql.list(cursor))
                .params(sql.with(place))
                .query((row, number) -> row(row, reader, now, tonight))
                .list();
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        return cursor != null && cursor.back()
                ? new Stretch(shown.reversed(), more, true, total)
                : new Stretch(shown, cursor != null, more, total);
    }

    /** To what the list can be narrowed further, the most frequent first. */
    public List<Choice> choices(Reader reader, InboxFilter filter) {
        InboxSql sql = sql(reader, filter);
        return jdbc.sql(sql.choices())
                .params(sql.parameters())
                .query((row, number) -> {
                    String kind = row.getString("choice");
                    String value = row.getString("value");
                    return new Choice(
                            kind,
                            value,
                            row.getString("name"),
                            kind.equals("step")
                                    ? procedures
                                            .find(row.getString("procedure"), row.getInt("procedure_version"))
                                            .flatMap(procedure -> procedure.find(value))
                                            .orElse(null)
                                    : null,
                            row.getLong("items"));
                })
                .list();
    }

    /** How many there are to do, for the badge. */
    public long count(Reader reader) {
        return reader.official()
                ? counts(reader, InboxFilter.of(Filter.ALL, "")).getOrDefault(Filter.ALL, 0L)
                : 0;
    }

    /** Where to go next: the most urgent that nobody else took and that the reader may do. */
    public Optional<String> next(Reader reader) {
        InboxSql sql = sql(reader, InboxFilter.of(Filter.ALL, ""));
        return jdbc.sql(sql.next())
                .params(sql.parameters())
                .query((row, number) -> path(row))
                .optional();
    }

    /**
     * Something that may come next.
     *
     * @param mine whether the reader has it already
     */
    record Candidate(
            UUID item,
            @Nullable CaseId caseId,
            String path,
            @Nullable String procedure,
            int version,
            @Nullable String step,
            boolean mine) {}

    /** The most urgent that nobody else took and that the reader may do, but those that were passed over. */
    List<Candidate> candidates(Reader reader, Collection<UUID> passed, int most) {
        InboxSql sql = sql(reader, InboxFilter.of(Filter.ALL, ""));
        return jdbc.sql(sql.candidates())
                .params(sql.with(Map.of(
                        "most",
                        most,
                        "passed",
                        Visible.array(passed.stream().map(UUID::toString).toList()))))
                .query((row, number) -> new Candidate(
                        Columns.uuid(row, "id"),
                        Columns.optionalCase(row, "case_file"),
                        path(row),
                        row.getString("procedure"),
                        row.getInt("procedure_version"),
                        row.getString("step"),
                        row.getObject("claimed_by") != null))
                .list();
    }

    /** The units whose whole work the reader may look at and give out. */
    public Set<UnitId> headed(Reader reader) {
        return powers.units(reader, WORKLOAD);
    }

    private Row row(ResultSet row, Reader reader, Instant now, Instant tonight) throws SQLException {
        Instant dueAt = Columns.optionalInstant(row, "due_at");
        AccountId me = reader.account();
        AccountId claimedBy = Columns.optionalAccount(row, "claimed_by");
        AccountId delegate = Columns.optionalAccount(row, "delegate");
        Instant until = Columns.optionalInstant(row, "delegated_until");
        String step = row.getString("step");
        boolean mine =
                me != null && (me.equals(claimedBy) || (me.equals(delegate) && until != null && until.isAfter(now)));
        return new Row(
                Columns.uuid(row, "id"),
                WorkItem.Kind.valueOf(row.getString("kind")),
                Columns.optionalCase(row, "case_file"),
                row.getString("code"),
                row.getString("title"),
                row.getString("applicant_name"),
                step == null
                        ? null
                        : procedures
                                .get(row.getString("procedure"), row.getInt("procedure_version"))
                                .step(step),
                path(row),
                row.getLong("version"),
                dueAt,
                urgency(row.getString("state").equals("WAITING"), dueAt, now, tonight),
                mine,
                row.getString("claimed_by_name"),
                claimedBy == null
                        && !reader.holds(new Role(row.getString("role")), new UnitId(Columns.uuid(row, "unit"))));
    }

    private static String path(ResultSet row) throws SQLException {
        return switch (WorkItem.Kind.valueOf(row.getString("kind"))) {
            case STEP -> "/desk/cases/" + Columns.uuid(row, "case_file");
            case CONSULT, TASK -> "/desk/items/" + Columns.uuid(row, "id");
            case POSTED -> row.getString("path");
        };
    }

    public static Urgency urgency(boolean waiting, @Nullable Instant dueAt, Instant now, Instant tonight) {
        if (waiting) {
            return Urgency.WAITING;
        }
        if (dueAt == null || dueAt.isAfter(tonight)) {
            return Urgency.LATER;
        }
        return dueAt.isAfter(now) ? Urgency.TODAY : Urgency.LATE;
    }

    private InboxSql sql(Reader reader, InboxFilter filter) {
        NotAbout apart = switch (filter.scope()) {
            case OWN -> NotAbout.inQueues(reader);
            case UNIT -> NotAbout.openAt(powers.ownUnits(reader, WORKLOAD), reader);
        };
        return new InboxSql(filter, apart, parameters(reader, filter, apart));
    }

    private Map<String, Object> parameters(Reader reader, InboxFilter filter, NotAbout apart) {
        Instant now = Days.now(clock);
        List<Reader.Holding> holdings = List.copyOf(reader.holdings());
        Map<String, Object> parameters = new HashMap<>(apart.parameters());
        parameters.put(
                "held_units",
                Visible.units(holdings.stream().map(Reader.Holding::unit).toList()));
        parameters.put(
                "held_roles",
                Visible.array(holdings.stream().map(each -> each.role().code()).toList()));
        parameters.put("units", Visible.units(powers.units(reader, INBOX)));
        parameters.put(
                "desk_roles",
                Visible.array(
                        powers.roles("casework/act").stream().map(Role::code).toList()));
        parameters.put("today", LocalDate.now(clock));
        parameters.put("now", Columns.at(now));
        parameters.put("tonight", Columns.at(Days.tonight(clock, now)));
        parameters.put("week_end", Columns.at(Days.weekEnd(clock, now)));
        parameters.put("headed", Visible.units(headed(reader)));
        parameters.put("words", filter.words());
        parameters.put("at_step", filter.step());
        parameters.put("of_service", filter.service());
        parameters.put("in_unit", filter.unit());
        parameters.put("held_by", filter.account());
        return parameters;
    }
}
