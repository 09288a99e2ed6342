package vn.haidang.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.demo.DemoCast.Resident;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.ServicePoints;

/**
 * The halls of the little city: people take numbers and are called, come by appointment or stay away. The last working week only, and what is booked for the days to come.
 */
@Component
@Order(1)
class DemoHalls implements DemoWeek {

    private static final int DESKS = 3;
    private static final int CAPACITY = 4;
    private static final int NUMBERS = 4;
    private static final int BETWEEN = 17;
    private static final int CALLED_AFTER = 9;
    private static final LocalTime BOOKED = LocalTime.of(14, 0);
    private static final LocalTime COMES = LocalTime.of(10, 0);
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES_DAY = LocalTime.of(2, 55);
    private static final String SERVICE = "1.004873";

    private final ServicePoints points;
    private final DemoPost post;
    private final DemoCalendar calendar;
    private final Units units;
    private final DemoReaders readers;
    private final DemoWords words;

    DemoHalls(
            ServicePoints points,
            DemoPost post,
            DemoCalendar calendar,
            Units units,
            DemoReaders readers,
            DemoWords words) {
        this.points = points;
        this.post = post;
        this.calendar = calendar;
        this.units = units;
        this.readers = readers;
        this.words = words;
    }

    /** One hall with whoever works there. */
    private record Hall(String slug, Desk desk, Unit unit, int number) {}

    @Override
    public void add(DemoAgenda agenda, DemoCast cast, Instant present) {
        List<LocalDate> days = calendar.workedBefore(DemoCalendar.day(present), DAYS);
        List<LocalDate> coming = coming(DemoCalendar.day(present));
        int number = 0;
        for (String key : DemoAccounts.COMMUNES) {
            Desk desk = cast.desks().get(key);
            if (desk == null) {
                continue;
            }
            var hall = new Hall("mot-cua-" + (number + 1), desk, units.get(desk.unit()), number);
            agenda.add(at(days.getFirst(), OPENS), () -> open(hall));
            Map<LocalDate, UUID> booked = new HashMap<>();
            for (int day = 0; day < days.size(); day++) {
                LocalDate today = days.get(day);
                queue(agenda, hall, today);
                if (day + 1 < days.size()) {
                    appointment(agenda, hall, cast, today, days.get(day + 1), day, booked);
                }
            }
            LocalDate last = days.getLast();
            for (int ahead = 0; ahead < coming.size(); ahead++) {
                LocalDate on = coming.get(ahead);
                Resident resident = cast.residents()
                        .get((hall.number() * DAYS + ahead) % cast.residents().size());
                agenda.add(
                        at(last, BOOKED.plusMinutes(10L + ahead)), () -> book(hall, resident, on, COMES.plusHours(4)));
            }
            post.add(agenda, cast, desk, hall.unit(), last);
            number++;
        }
        for (int day = 1; day < days.size(); day++) {
            agenda.add(at(days.get(day), CLOSES_DAY), points::closeDays);
        }
    }

    private List<LocalDate> coming(LocalDate present) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = present; days.size() < 3; day = day.plusDays(1)) {
            if (calendar.worksOn(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private void open(Hall hall) {
        String name = hall.unit().name();
        points.open(
                new ServicePoints.NewPoint(
                        hall.slug(),
                        hall.unit().id(),
                        words.say("hall", name),
                        words.say("hall.en", hall.unit().nameEn()),
                        DESKS,
                        CAPACITY),
                readers.get(hall.desk().head()));
    }

    /** People come one after the other, and one officer calls them. */
    private void queue(DemoAgenda agenda, Hall hall, LocalDate today) {
        for (int number = 0; number < NUMBERS; number++) {
            Instant taken = at(today, OPENS.plusMinutes(4L + (long) number * BETWEEN + hall.number()));
            UUID key = key("number", hall, today, number);
            agenda.add(taken, () -> points.take(hall.slug(), key));
            agenda.add(
                    taken.plusSeconds(60L * (CALLED_AFTER + number * 3L)),
                    () -> points.call(hall.slug(), 1, readers.get(hall.desk().officer())));
        }
        agenda.add(
                at(today, COMES.plusMinutes(5)),
                () -> points.call(hall.slug(), 1, readers.get(hall.desk().officer())));
    }

    /** Somebody books for the next working day; every third does not come. */
    private void appointment(
            DemoAgenda agenda,
            Hall hall,
            DemoCast cast,
            LocalDate today,
            LocalDate next,
            int day,
            Map<LocalDate, UUID> booked) {
        Resident resident = cast.residents()
                .get((hall.number() * DAYS + day) % cast.residents().size());
        agenda.add(at(today, BOOKED.plusMinutes(day)), () -> booked.put(next, book(hall, resident, next, COMES)));
        if (day % 3 == 2) {
            return;
        }
        agenda.add(at(next, COMES.minusMinutes(6)), () -> {
            UUID appointment = booked.get(next);
            if (appointment != null) {
                points.arrive(
                        hall.slug(), appointment, key("arrives", hall, next, day), readers.get(resident.account()));
            }
        });
    }

    private UUID book(Hall hall, Resident resident, LocalDate day, LocalTime starts) {
        return points.book(
                hall.slug(),
                SERVICE,
                day,
                starts,
                key("books", hall, day, starts.getHour()),
                readers.get(resident.account()));
    }

    private static UUID key(String what, Hall hall, LocalDate day, int number) {
        return UUID.nameUUIDFromBytes(
                ("demo/hall/" + what + hall.slug() + day + number).getBytes(StandardCharsets.UTF_8));
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(MovableClock.VIETNAM).toInstant();
    }
}
