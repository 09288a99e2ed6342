package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vn.haidang.reference.Folding;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The work items of the roles a reader holds. Lists and counts are made of the same conditions, so they agree. */
@Component
public class Inbox {

    /** Which of them. */
    public enum Filter {
        ALL("w.state = 'OPEN'"),
        MINE("w.state = 'OPEN' and (w.claimed_by = :me or (w.delegate = :me and w.delegated_until > :now))"),
        QUEUE("w.state = 'OPEN' and w.claimed_by is null"),
        LATE("w.state = 'OPEN' and w.due_at <= :now"),
        TODAY("w.state = 'OPEN' and w.due_at > :now and w.due_at <= :tonight"),
        WAITING("w.state = 'WAITING'");

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
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
            @Nullable Instant dueAt,
            Urgency urgency,
            boolean mine,
            @Nullable String claimedByName,
            boolean vacant) {}

    private static final String ITEM = """
            w.id, w.kind, w.case_file, w.step, w.title, w.path, w.state, w.unit, w.role, w.due_at, w.claimed_by, w.claimed_by_name,
            w.delegate, w.delegated_until
            """;

    /** The roles a reader holds, and those of their units that nobody holds today: their work lies in the queue of the unit. */
    private static final String WORK = """
            from (
              select %1$s
              from casework.work_item w
                join (
                  select u.unit, u.role from unnest(cast(:held_units as uuid[]), cast(:held_roles as text[])) as u (unit, role)
                  union
                  select u.unit, r.role
                  from unnest(cast(:units as uuid[])) as u (unit)
                    cross join unnest(cast(:desk_roles as text[])) as r (role)
                  where not exists (
                    select 1 from identity.pub_holding p
                    where p.unit = u.unit and p.role = r.role and p.valid @> cast(:today as date))
                ) h on h.unit = w.unit and h.role = w.role
              where w.done_at is null
              union all
              select %1$s
              from casework.work_item w
              where w.done_at is null and w.unit = any (cast(:units as uuid[]))
                and ((w.claimed_by = :me and w.assigned_by is not null) or (w.delegate = :me and w.delegated_until > :now))
                and not exists (
                  select 1 from unnest(cast(:held_units as uuid[]), cast(:held_roles as text[])) as u (unit, role)
                  where u.unit = w.unit and u.role = w.role)
                and exists (
                  select 1 from identity.pub_holding p
                  where p.unit = w.unit and p.role = w.role and p.valid @> cast(:today as date))
            ) w
              left join casework.case_file c on c.id = w.case_file
            where (:words = ''
                or position(:words in platform.fold(coalesce(c.code, '') || ' ' || coalesce(w.title, '') || ' '
                  || coalesce(c.title, '') || ' ' || coalesce(c.applicant_name, ''))) > 0)
            """.formatted(ITEM);

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

    /** How many there are under each filter, in one statement. */
    public Map<Filter, Long> counts(Reader reader, String words) {
        List<String> columns = new ArrayList<>();
        for (Filter filter : Filter.values()) {
            columns.add("count(*) filter (where " + filter.condition + ") as " + filter.code() + "_items");
        }
        return jdbc.sql("select " + String.join(", ", columns) + " " + WORK)
                .params(parameters(reader, words))
                .query((row, number) -> {
                    Map<Filter, Long> counts = new EnumMap<>(Filter.class);
                    for (Filter filter : Filter.values()) {
                        counts.put(filter, row.getLong(filter.code() + "_items"));
                    }
                    return counts;
                })
                .single();
    }

    /** The most urgent first; {@code total} is what {@link #counts} said of this filter. */
    public Slice<Row> list(Reader reader, Filter filter, String words, PageRequest page, long total) {
        Map<String, Object> parameters = parameters(reader, words);
        parameters.put("size", page.size());
        parameters.put("offset", page.offset());
        Instant now = Days.now(clock);
        Instant tonight = Days.tonight(clock, now);
        List<Row> rows = jdbc.sql("""
                        select w.id, w.kind, w.case_file, w.step, w.path, w.state, w.unit, w.role, w.due_at, w.claimed_by,
                          w.claimed_by_name, w.delegate, w.delegated_until, coalesce(c.code, '') as code,
                          coalesce(w.title, c.title) as title, coalesce(c.applicant_name, '') as applicant_name,
                          c.procedure, c.procedure_version
                        """ + WORK + " and " + filter.condition + """

                        order by w.due_at nulls last, w.id
                        limit :size offset :offset
                        """)
                .params(parameters)
                .query((row, number) -> row(row, reader, now, tonight))
                .list();
        return new Slice<>(rows, page, total);
    }

    /** How many there are to do, for the badge. */
    public long count(Reader reader) {
        return reader.official() ? counts(reader, "").getOrDefault(Filter.ALL, 0L) : 0;
    }

    /** Where to go next: the most urgent that nobody else took and that the reader may do. */
    public Optional<String> next(Reader reader) {
        return jdbc.sql("select w.id, w.kind, w.case_file, w.path " + WORK + """
                          and w.state = 'OPEN' and (w.claimed_by is null or w.claimed_by = :me)
                          and (w.claimed_by = :me or exists (
                            select 1 from unnest(cast(:held_units as uuid[]), cast(:held_roles as text[])) as u (unit, role)
                            where u.unit = w.unit and u.role = w.role))
                        order by w.due_at nulls last, w.id
                        limit 1
                        """)
                .params(parameters(reader, ""))
                .query((row, number) -> path(row))
                .optional();
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

    private Map<String, Object> parameters(Reader reader, String words) {
        Instant now = Days.now(clock);
        List<Reader.Holding> holdings = List.copyOf(reader.holdings());
        AccountId me = reader.account();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "held_units",
                Visible.units(holdings.stream().map(Reader.Holding::unit).toList()));
        parameters.put(
                "held_roles",
                Visible.array(holdings.stream().map(each -> each.role().code()).toList()));
        parameters.put("units", Visible.units(powers.units(reader, "casework/inbox")));
        parameters.put(
                "desk_roles",
                Visible.array(
                        powers.roles("casework/act").stream().map(Role::code).toList()));
        parameters.put("today", LocalDate.now(clock));
        parameters.put("me", me == null ? new UUID(0, 0) : me.value());
        parameters.put("now", Columns.at(now));
        parameters.put("tonight", Columns.at(Days.tonight(clock, now)));
        parameters.put("words", Folding.fold(words));
        return parameters;
    }
}
