package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
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
import vn.haidang.identity.Reader;
import vn.haidang.reference.Folding;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The work items of the roles a reader holds. Lists and counts are made of the same conditions, so they agree. */
@Component
public class Inbox {

    /** Which of them. */
    public enum Filter {
        ALL("w.state = 'OPEN'"),
        MINE("w.state = 'OPEN' and w.claimed_by = :me"),
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
     * @param claimedByName null when nobody took it
     */
    public record Row(
            UUID item,
            CaseId caseId,
            String code,
            String title,
            String applicantName,
            Procedure.Step step,
            @Nullable Instant dueAt,
            Urgency urgency,
            boolean mine,
            @Nullable String claimedByName) {}

    private static final String WORK = """
            from casework.work_item w
              join unnest(cast(:held_units as uuid[]), cast(:held_roles as text[])) as h (unit, role)
                on h.unit = w.unit and h.role = w.role
              join casework.case_file c on c.id = w.case_file
            where w.done_at is null
              and (:words = ''
                or position(:words in platform.fold(c.code || ' ' || c.title || ' ' || c.applicant_name)) > 0)
            """;

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Procedures procedures, Clock clock) {
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
        AccountId me = reader.account();
        Instant now = Days.now(clock);
        Instant tonight = Days.tonight(clock, now);
        List<Row> rows = jdbc.sql("""
                        select w.id, w.case_file, w.step, w.state, w.due_at, w.claimed_by, w.claimed_by_name,
                          c.code, c.title, c.applicant_name, c.procedure, c.procedure_version
                        """ + WORK + " and " + filter.condition + """

                        order by w.due_at nulls last, w.id
                        limit :size offset :offset
                        """)
                .params(parameters)
                .query((row, number) -> {
                    Instant dueAt = Columns.optionalInstant(row, "due_at");
                    AccountId claimedBy = Columns.optionalAccount(row, "claimed_by");
                    return new Row(
                            Columns.uuid(row, "id"),
                            new CaseId(Columns.uuid(row, "case_file")),
                            row.getString("code"),
                            row.getString("title"),
                            row.getString("applicant_name"),
                            procedures
                                    .get(row.getString("procedure"), row.getInt("procedure_version"))
                                    .step(row.getString("step")),
                            dueAt,
                            urgency(row.getString("state").equals("WAITING"), dueAt, now, tonight),
                            claimedBy != null && claimedBy.equals(me),
                            row.getString("claimed_by_name"));
                })
                .list();
        return new Slice<>(rows, page, total);
    }

    /** How many there are to do, for the badge. */
    public long count(Reader reader) {
        return reader.official() ? counts(reader, "").getOrDefault(Filter.ALL, 0L) : 0;
    }

    /** The case to do next: the most urgent that nobody else took. */
    public Optional<CaseId> next(Reader reader) {
        return jdbc.sql("select w.case_file " + WORK + """
                          and w.state = 'OPEN' and (w.claimed_by is null or w.claimed_by = :me)
                        order by w.due_at nulls last, w.id
                        limit 1
                        """)
                .params(parameters(reader, ""))
                .query((row, number) -> new CaseId(Columns.uuid(row, "case_file")))
                .optional();
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
                Visible.array(holdings.stream()
                        .map(each -> each.unit().value().toString())
                        .toList()));
        parameters.put(
                "held_roles",
                Visible.array(holdings.stream().map(each -> each.role().code()).toList()));
        parameters.put("me", me == null ? new UUID(0, 0) : me.value());
        parameters.put("now", Columns.at(now));
        parameters.put("tonight", Columns.at(Days.tonight(clock, now)));
        parameters.put("words", Folding.fold(words));
        return parameters;
    }
}
