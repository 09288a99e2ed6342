package vn.haidang.publicservice.internal.queue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.PublicServiceProblems;

/**
 * Numbers people wait with, counted anew each day at each place, without gaps. Whoever comes by appointment at their time is called
 * before the others, the others in the order they came. Two desks that call at the same moment call two people.
 */
@Component
public class Tickets {

    /** Where a number stands. */
    public enum State {
        WAITING,
        CALLED,
        SERVED,
        MISSED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One number.
     *
     * @param first whether it is called before the others
     * @param desk where it was called to, 0 while it was not
     */
    public record Ticket(
            UUID id,
            UUID point,
            int number,
            State state,
            boolean first,
            String source,
            int desk,
            Instant takenAt,
            @Nullable Instant calledAt) {}

    private static final String COLUMNS = " id, point, number, state, first, source, desk, taken_at, called_at ";

    private static final String KIOSK = "kiosk";
    private static final int SHOWN = 8;
    private static final int LISTED = 200;

    private final JdbcClient jdbc;
    private final Points points;
    private final Slots slots;
    private final Journal journal;
    private final Facts facts;
    private final Clock clock;

    Tickets(JdbcClient jdbc, Points points, Slots slots, Journal journal, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.points = points;
        this.slots = slots;
        this.journal = journal;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The next number of the day; the same key a second time answers with the same number.
     *
     * @param source {@code kiosk}, {@code desk} or {@code appointment}; a device gives out none outside the office hours of its place,
     *     an officer who is there does, and whoever has an appointment may be early
     * @throws vn.haidang.ui.ProblemException {@code publicservice/office-closed}
     */
    @Transactional
    public Ticket take(Points.Point point, String source, boolean first, UUID key, Actor by) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "publicservice/ticket/" + point.id() + "/" + key)
                .query((row, number) -> 0)
                .single();
        Optional<Ticket> before = jdbc.sql(
                        "select" + COLUMNS + "from publicservice.ticket where point = :point and request_key = :key")
                .param("point", point.id())
                .param("key", key)
                .query((row, number) -> ticket(row))
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        LocalDateTime opens = source.equals(KIOSK) ? slots.closedUntil(point) : null;
        if (opens != null) {
            throw PublicServiceProblems.officeClosed(opens);
        }
        Instant now = points.now();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        int number = jdbc.sql("""
                        insert into publicservice.ticket_counter (point, day, last) values (:point, :day, 1)
                        on conflict (point, day) do update set last = ticket_counter.last + 1
                        returning last
                        """)
                .param("point", point.id())
                .param("day", today)
                .query(Integer.class)
                .single();
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        Ticket ticket = jdbc.sql("""
                        insert into publicservice.ticket (id, point, unit, day, number, source, state, first, request_key, taken_at)
                        values (:id, :point, :unit, :day, :number, :source, 'waiting', :first, :key, :now)
                        returning""" + COLUMNS)
                .param("id", id)
                .param("point", point.id())
                .param("unit", point.unit().value())
                .param("day", today)
                .param("number", number)
                .param("source", source)
                .param("first", first)
                .param("key", key)
                .param("now", Points.at(now))
                .query((row, index) -> ticket(row))
                .single();
        journal.act(Act.of("publicservice/ticket-taken", by).on(subject(id)).on(Points.subject(point.id())));
        return ticket;
    }

    /** The one whose turn it is comes to this desk, and the one called there before is served; empty when nobody waits. */
    @Transactional
    public Optional<Ticket> next(Points.Point point, int desk, Reader officer) {
        Instant now = points.now();
        UUID me = Objects.requireNonNull(officer.account()).value();
        jdbc.sql("""
                        update publicservice.ticket set state = 'served', ended_at = :now
                        where point = :point and day = :day and state = 'called' and called_by = :me and desk = :desk
                        returning id
                        """)
                .param("point", point.id())
                .param("day", LocalDate.now(clock))
                .param("me", me)
                .param("desk", desk)
                .param("now", Points.at(now))
                .query(UUID.class)
                .list()
                .forEach(served -> ended(served, State.SERVED, officer));
        Optional<Ticket> called = jdbc.sql("""
                        update publicservice.ticket
                        set state = 'called', called_at = :now, last_called_at = :now, calls = 1, desk = :desk, called_by = :me
                        where id = (
                          select t.id from publicservice.ticket t
                          where t.point = :point and t.day = :day and t.state = 'waiting'
                          order by t.first desc, t.number limit 1 for update skip locked)
                        returning""" + COLUMNS)
                .param("point", point.id())
                .param("day", LocalDate.now(clock))
                .param("desk", desk)
                .param("me", me)
                .param("now", Points.at(now))
                .query((row, number) -> ticket(row))
                .optional();
        called.ifPresent(ticket -> {
            journal.act(Act.of("publicservice/ticket-called", officer.actor()).on(subject(ticket.id())));
            facts.add(WaitingTime.facts(point.unit(), LocalDate.now(clock), ticket.source(), ticket.takenAt(), now));
        });
        return called;
    }

    /**
     * Calls somebody again who did not come; also whoever was missed and turned up the same day. How long they waited counts to the
     * first call.
     */
    @Transactional
    public void again(UUID id, int desk, Reader officer) {
        change("""
                update publicservice.ticket
                set state = 'called', last_called_at = :now, calls = calls + 1, desk = :desk, called_by = :me, ended_at = null
                where id = :id and day = :day and (state = 'missed' or (state = 'called' and (called_by = :me or desk = :desk)))
                """, id, desk, officer);
        journal.act(Act.of("publicservice/ticket-called-again", officer.actor()).on(subject(id)));
    }

    /** @param desk where the officer sits: whoever takes a desk over also ends what its last officer called to it */
    @Transactional
    public void served(UUID id, int desk, Reader officer) {
        end(id, State.SERVED, desk, officer);
    }

    /** Called and did not come. */
    @Transactional
    public void missed(UUID id, int desk, Reader officer) {
        end(id, State.MISSED, desk, officer);
    }

    private void end(UUID id, State state, int desk, Reader officer) {
        change("""
                update publicservice.ticket set state = '%s', ended_at = :now
                where id = :id and day = :day and state = 'called' and (called_by = :me or desk = :desk)
                """.formatted(state.code()), id, desk, officer);
        ended(id, state, officer);
    }

    private void ended(UUID id, State state, Reader officer) {
        if (state == State.SERVED) {
            jdbc.sql("""
                            update publicservice.appointment set state = 'kept', ended_at = :now
                            where ticket = :id and state = 'arrived'
                            """).param("id", id).param("now", Points.at(points.now())).update();
        }
        journal.act(
                Act.of("publicservice/ticket-" + state.code(), officer.actor()).on(subject(id)));
    }

    private void change(String sql, UUID id, int desk, Reader officer) {
        UnitId unit = jdbc.sql("select unit from publicservice.ticket where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(UnitId::new)
                .orElseThrow(PublicServiceProblems::noSuchTicket);
        if (points.worked(officer).stream().noneMatch(point -> point.unit().equals(unit))) {
            throw PublicServiceProblems.noSuchTicket();
        }
        int changed = jdbc.sql(sql)
                .param("id", id)
                .param("day", LocalDate.now(clock))
                .param("desk", desk)
                .param("me", Objects.requireNonNull(officer.account()).value())
                .param("now", Points.at(points.now()))
                .update();
        if (changed == 0) {
            throw PublicServiceProblems.ticketMoved();
        }
    }

    /** What the board shows: who was called last, each with the desk; no name anywhere. */
    public List<Ticket> called(Points.Point point) {
        return jdbc.sql("select" + COLUMNS + """
                        from publicservice.ticket
                        where point = :point and day = :day and state = 'called'
                        order by last_called_at desc, number limit :shown
                        """)
                .param("point", point.id())
                .param("day", LocalDate.now(clock))
                .param("shown", SHOWN)
                .query((row, number) -> ticket(row))
                .list();
    }

    /** Who stands at one desk, however many desks call. */
    public List<Ticket> at(Points.Point point, int desk) {
        return jdbc.sql("select" + COLUMNS + """
                        from publicservice.ticket
                        where point = :point and day = :day and state = 'called' and desk = :desk
                        order by last_called_at desc, number limit :most
                        """)
                .param("point", point.id())
                .param("day", LocalDate.now(clock))
                .param("desk", desk)
                .param("most", LISTED)
                .query((row, number) -> ticket(row))
                .list();
    }

    /** Who waits, in the order they will be called. */
    public List<Ticket> waiting(Points.Point point) {
        return listed(point, "state = 'waiting' order by first desc, number");
    }

    /** How many wait. */
    public int waitingNow(Points.Point point) {
        return jdbc.sql(
                        "select count(*) from publicservice.ticket where point = :point and day = :day and state = 'waiting'")
                .param("point", point.id())
                .param("day", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    /** Who was missed today and may still turn up. */
    public List<Ticket> missed(Points.Point point) {
        return listed(point, "state = 'missed' order by ended_at desc, number");
    }

    private List<Ticket> listed(Points.Point point, String which) {
        return jdbc.sql("select" + COLUMNS + "from publicservice.ticket where point = :point and day = :day and "
                        + which + " limit :most")
                .param("point", point.id())
                .param("day", LocalDate.now(clock))
                .param("most", LISTED)
                .query((row, number) -> ticket(row))
                .list();
    }

    /** One number of today at this place, and how many are called before it. */
    public record Place(Ticket ticket, int before) {}

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-ticket} for one of another day, too */
    public Place place(Points.Point point, UUID id) {
        return place(point, "t.id = :which", id);
    }

    /** The same by the number on the paper; it says nothing of whoever holds it. */
    public Place place(Points.Point point, int number) {
        return place(point, "t.number = :which", number);
    }

    private Place place(Points.Point point, String condition, Object which) {
        return jdbc.sql("""
                        select t.id, t.point, t.number, t.state, t.first, t.source, t.desk, t.taken_at, t.called_at,
                          (select count(*) from publicservice.ticket o
                           where t.state = 'waiting' and o.point = t.point and o.day = t.day and o.state = 'waiting'
                             and (o.first and not t.first or o.first = t.first and o.number < t.number)) as before
                        from publicservice.ticket t
                        where t.point = :point and t.day = :day and""" + " " + condition)
                .param("which", which)
                .param("point", point.id())
                .param("day", LocalDate.now(clock))
                .query((row, number) -> new Place(ticket(row), row.getInt("before")))
                .optional()
                .orElseThrow(PublicServiceProblems::noSuchTicket);
    }

    static Subject subject(UUID ticket) {
        return new Subject("publicservice/ticket", ticket);
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        OffsetDateTime called = row.getObject("called_at", OffsetDateTime.class);
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getObject("point", UUID.class),
                row.getInt("number"),
                State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                row.getBoolean("first"),
                row.getString("source"),
                row.getInt("desk"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                called == null ? null : called.toInstant());
    }
}
