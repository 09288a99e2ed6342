package vn.haidang.publicservice.internal.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.own.DataTerms.Times;
import vn.haidang.worktime.CalendarChange;
import vn.haidang.worktime.Derivation;

/**
 * Which days promised to people who asked about their personal data a change of the calendar would move, and moves them when that was
 * decided. The ends of their cases are casework's; these are the days that the requests themselves name.
 */
@Component
public class PromisedAnswers {

    /** What was promised for a day. */
    public enum Promise {
        ACKNOWLEDGE,
        ANSWER,
        PUT_OFF;

        public String key() {
            return "publicservice.moved-answers."
                    + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One day of one request, and what it would become. */
    public record Moved(UUID request, Promise promise, Instant promised, Instant due) {}

    private record Running(UUID id, String right, UnitId unit, Instant sentAt, Map<Promise, Instant> promised) {}

    private record Reckoned(Running running, Times before, Times after) {

        /** As with cases: what both calendars end alike stays, and so does what is promised for the new day already. */
        List<Moved> moved() {
            List<Moved> moved = new ArrayList<>();
            running.promised().forEach((promise, promised) -> {
                Instant due = due(promise, after);
                if (!due.equals(promised) && !due.equals(due(promise, before))) {
                    moved.add(new Moved(running.id(), promise, promised, due));
                }
            });
            return moved;
        }
    }

    /** What is written anew of a request; null stays. */
    private record Row(
            UUID id,
            @Nullable Instant acknowledge,
            @Nullable Instant from,
            @Nullable Instant answer,
            @Nullable Derivation reasoning,
            @Nullable Instant extended) {}

    private final DataTerms terms;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Journal journal;
    private final Clock clock;

    PromisedAnswers(DataTerms terms, JdbcClient jdbc, JsonMapper json, Journal journal, Clock clock) {
        this.terms = terms;
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
        this.clock = clock;
    }

    /** In the order of the days promised. */
    public List<Moved> foresee(CalendarChange change) {
        return reckon(change, running("")).stream()
                .flatMap(one -> one.moved().stream())
                .sorted(Comparator.comparing(Moved::promised)
                        .thenComparing(Moved::promise)
                        .thenComparing(Moved::request))
                .toList();
    }

    /** In the transaction that changes the calendar. */
    public void move(CalendarChange change, Reader by) {
        List<Row> rows = reckon(change, running("for update of r")).stream()
                .filter(one -> !one.moved().isEmpty())
                .map(PromisedAnswers::row)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        write(rows);
        Act act = Act.of("publicservice/answers-moved", by.actor())
                .changed("calendar-version", null, change.after().version())
                .because("worktime/calendar-changed");
        rows.forEach(row -> act.on(new Subject(DataRequests.SUBJECT, row.id())));
        journal.act(act);
    }

    private List<Reckoned> reckon(CalendarChange change, List<Running> running) {
        DataTerms.Known known = terms.known();
        List<Reckoned> reckoned = new ArrayList<>();
        for (Running one : running) {
            LocalDate day = LocalDate.ofInstant(one.sentAt(), clock.getZone());
            String hours = known.hours(one.unit(), day);
            known.right(one.right(), day)
                    .ifPresent(right -> reckoned.add(new Reckoned(
                            one,
                            terms.times(right, one.sentAt(), hours, change.before()),
                            terms.times(right, one.sentAt(), hours, change.after()))));
        }
        return reckoned;
    }

    private static Instant due(Promise promise, Times times) {
        return switch (promise) {
            case ACKNOWLEDGE -> times.acknowledgeBy();
            case ANSWER -> times.answerBy();
            case PUT_OFF -> times.furthest();
        };
    }

    private static Row row(Reckoned one) {
        Map<Promise, Instant> to = new EnumMap<>(Promise.class);
        one.moved().forEach(moved -> to.put(moved.promise(), moved.due()));
        Instant answer = to.get(Promise.ANSWER);
        return new Row(
                one.running().id(),
                to.get(Promise.ACKNOWLEDGE),
                answer == null ? null : one.after().answerFrom(),
                answer,
                answer == null ? null : one.after().answer().derivation(),
                to.get(Promise.PUT_OFF));
    }

    private void write(List<Row> rows) {
        jdbc.sql("""
                        update publicservice.data_request r
                        set acknowledge_by = coalesce(m.acknowledge, r.acknowledge_by),
                          answer_from = case when m.answer is null then r.answer_from else m."from" end,
                          answer_by = coalesce(m.answer, r.answer_by),
                          reasoning = coalesce(m.reasoning, r.reasoning),
                          extended_to = coalesce(m.extended, r.extended_to)
                        from jsonb_to_recordset(cast(:rows as jsonb)) as m(
                          id uuid, acknowledge timestamptz, "from" timestamptz, answer timestamptz, reasoning jsonb,
                          extended timestamptz)
                        where r.id = m.id
                        """).param("rows", json.writeValueAsString(rows)).update();
    }

    /** Unanswered ones, with what is still promised: once acknowledged or put off, another day counts. */
    private List<Running> running(String held) {
        return jdbc.sql("""
                        select r.id, r.right_code, r.unit, r.sent_at, r.answer_by, r.extended_to,
                          case when k.accepted_at is null then r.acknowledge_by end as acknowledge_by
                        from publicservice.data_request r join casework.pub_case k on k.id = r.case_id
                        where k.closed_at is null
                        order by r.id
                        """ + held)
                .query((row, number) -> new Running(
                        row.getObject("id", UUID.class),
                        row.getString("right_code"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        promised(row)))
                .list();
    }

    private static Map<Promise, Instant> promised(ResultSet row) throws SQLException {
        Map<Promise, Instant> promised = new EnumMap<>(Promise.class);
        OffsetDateTime acknowledge = row.getObject("acknowledge_by", OffsetDateTime.class);
        OffsetDateTime extended = row.getObject("extended_to", OffsetDateTime.class);
        if (acknowledge != null) {
            promised.put(Promise.ACKNOWLEDGE, acknowledge.toInstant());
        }
        if (extended == null) {
            promised.put(
                    Promise.ANSWER,
                    row.getObject("answer_by", OffsetDateTime.class).toInstant());
        } else {
            promised.put(Promise.PUT_OFF, extended.toInstant());
        }
        return promised;
    }
}
