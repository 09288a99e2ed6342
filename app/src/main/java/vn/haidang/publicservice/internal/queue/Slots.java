package vn.haidang.publicservice.internal.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.worktime.OfficeHours;
import vn.haidang.worktime.UnknownOfficeHours;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/**
 * The stretches of a day for which people can book: whole ones within the office hours of the unit, on working days only. How many may
 * come is the place's rule, or what was said for one stretch; never more than that are booked, however many book at once.
 */
@Component
public class Slots {

    /** How far ahead somebody may book. */
    public static final int DAYS_AHEAD = 30;

    private static final String STANDARD = "standard";

    /**
     * One stretch.
     *
     * @param taken how many have booked
     */
    public record Slot(LocalDate day, LocalTime starts, LocalTime ends, int capacity, int taken) {

        public int left() {
            return Math.max(0, capacity - taken);
        }

        /** One the place offers no more: whoever booked it may come, and nobody else. */
        Slot asBooked() {
            return new Slot(day, starts, ends, taken, taken);
        }
    }

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final Points points;
    private final PlaceServices services;
    private final Journal journal;
    private final Clock clock;

    Slots(
            JdbcClient jdbc,
            WorkCalendars calendars,
            Points points,
            PlaceServices services,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.points = points;
        this.services = services;
        this.journal = journal;
        this.clock = clock;
    }

    /** All of a day in order, those that have begun too; none on a rest day. */
    public List<Slot> of(Points.Point point, LocalDate day) {
        Map<LocalTime, Slot> slots = new TreeMap<>();
        for (Slot offered : offered(point, day)) {
            slots.put(offered.starts(), offered);
        }
        jdbc.sql("select starts, ends, capacity, taken from publicservice.slot where point = :point and day = :day")
                .param("point", point.id())
                .param("day", day)
                .query((row, number) -> new Slot(
                        day,
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class),
                        row.getInt("capacity"),
                        row.getInt("taken")))
                .list()
                .forEach(slot -> {
                    if (slots.containsKey(slot.starts())) {
                        slots.put(slot.starts(), slot);
                    } else if (slot.taken() > 0) {
                        slots.put(slot.starts(), slot.asBooked());
                    }
                });
        return List.copyOf(slots.values());
    }

    /** The days from today on which a place is open, as far ahead as somebody may book. */
    public List<LocalDate> days() {
        LocalDate today = LocalDate.now(clock);
        WorkCalendar calendar = calendars.current();
        return today.datesUntil(today.plusDays(DAYS_AHEAD + 1L))
                .filter(calendar::isWorkingDay)
                .toList();
    }

    /** What begins after this moment can still be booked. */
    public LocalDateTime bookableFrom() {
        return LocalDateTime.now(clock);
    }

    /** When the place opens next; null where it is open now, or where nobody knows its hours. */
    public @Nullable LocalDateTime closedUntil(Points.Point point) {
        LocalDateTime now = LocalDateTime.now(clock);
        WorkCalendar calendar = calendars.current();
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = now.toLocalDate().plusDays(ahead);
            try {
                for (OfficeHours.Span span :
                        calendar.spans(day, calendars.officeHoursOf(point.unit(), day, STANDARD))) {
                    if (now.isBefore(day.atTime(span.closes()))) {
                        LocalDateTime opens = day.atTime(span.opens());
                        return now.isBefore(opens) ? opens : null;
                    }
                }
            } catch (UnknownOfficeHours unknown) {
                return null;
            }
        }
        return null;
    }

    /** What the calendar and the office hours offer, as if nobody had booked. */
    private List<Slot> offered(Points.Point point, LocalDate day) {
        List<Slot> offered = new ArrayList<>();
        for (OfficeHours.Span span : spans(point, day)) {
            LocalTime starts = span.opens();
            LocalTime ends = starts.plusMinutes(point.slotMinutes());
            while (!ends.isAfter(span.closes()) && ends.isAfter(starts)) {
                offered.add(new Slot(day, starts, ends, point.slotCapacity(), 0));
                starts = ends;
                ends = starts.plusMinutes(point.slotMinutes());
            }
        }
        return offered;
    }

    private List<OfficeHours.Span> spans(Points.Point point, LocalDate day) {
        try {
            return calendars.current().spans(day, calendars.officeHoursOf(point.unit(), day, STANDARD));
        } catch (UnknownOfficeHours unknown) {
            return List.of();
        }
    }

    /**
     * The same for a service.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service}, {@code publicservice/not-received-here} where the
     *     place does not receive it
     */
    Optional<Slot> bookable(Points.Point point, String service, LocalDate day, LocalTime starts) {
        services.require(point, service);
        return bookable(point, day, starts);
    }

    /** The one that begins then, if somebody may still book it: not past, not too far ahead, and offered. */
    Optional<Slot> bookable(Points.Point point, LocalDate day, LocalTime starts) {
        LocalDate today = LocalDate.now(clock);
        Instant begins = day.atTime(starts).atZone(clock.getZone()).toInstant();
        if (day.isAfter(today.plusDays(DAYS_AHEAD)) || !begins.isAfter(clock.instant())) {
            return Optional.empty();
        }
        return offered(point, day).stream()
                .filter(slot -> slot.starts().equals(starts))
                .findFirst();
    }

    /**
     * One place of it is taken until the transaction is undone; false when none is left. The row is held meanwhile, so that the last
     * place goes to one person.
     */
    boolean take(Points.Point point, Slot slot) {
        keep(point, slot, slot.capacity());
        return jdbc.sql("""
                                update publicservice.slot set taken = taken + 1
                                where point = :point and day = :day and starts = :starts and taken < capacity
                                """)
                        .param("point", point.id())
                        .param("day", slot.day())
                        .param("starts", slot.starts())
                        .update()
                == 1;
    }

    void free(Points.Point point, LocalDate day, LocalTime starts) {
        jdbc.sql("""
                        update publicservice.slot set taken = taken - 1
                        where point = :point and day = :day and starts = :starts
                        """)
                .param("point", point.id())
                .param("day", day)
                .param("starts", starts)
                .update();
    }

    /** Holds both in one order, so that two who change places do not wait for each other for ever. */
    void hold(Points.Point point, Slot one, Slot other) {
        keep(point, one, one.capacity());
        keep(point, other, other.capacity());
        jdbc.sql("""
                        select 1 from publicservice.slot
                        where point = :point and (day, starts) in ((:day, :starts), (:other_day, :other_starts))
                        order by day, starts for update
                        """)
                .param("point", point.id())
                .param("day", one.day())
                .param("starts", one.starts())
                .param("other_day", other.day())
                .param("other_starts", other.starts())
                .query((row, number) -> 0)
                .list();
    }

    private void keep(Points.Point point, Slot slot, int capacity) {
        jdbc.sql("""
                        insert into publicservice.slot (point, day, starts, ends, capacity)
                        values (:point, :day, :starts, :ends, :capacity)
                        on conflict (point, day, starts) do nothing
                        """)
                .param("point", point.id())
                .param("day", slot.day())
                .param("starts", slot.starts())
                .param("ends", slot.ends())
                .param("capacity", capacity)
                .update();
    }

    /**
     * So many may come in this stretch, whatever the place's rule says.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-slot}, {@code publicservice/fewer-than-booked}
     */
    @Transactional
    public void limit(Points.Point point, LocalDate day, LocalTime starts, int capacity, Reader by) {
        points.run(point.id(), by);
        Slot slot = bookable(point, day, starts).orElseThrow(PublicServiceProblems::noSuchSlot);
        keep(point, slot, capacity);
        int changed = jdbc.sql("""
                        update publicservice.slot set capacity = :capacity
                        where point = :point and day = :day and starts = :starts and taken <= :capacity
                        """)
                .param("capacity", capacity)
                .param("point", point.id())
                .param("day", day)
                .param("starts", starts)
                .update();
        if (changed == 0) {
            throw PublicServiceProblems.fewerThanBooked();
        }
        journal.act(Act.of("publicservice/slot-limited", by.actor())
                .on(Points.subject(point.id()))
                .changed("capacity." + day + "T" + starts, null, capacity));
    }
}
