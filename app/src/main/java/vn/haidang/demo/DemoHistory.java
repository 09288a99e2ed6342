package vn.haidang.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;
import vn.haidang.demo.DemoPace.Wait;
import vn.haidang.demo.DemoStory.Entry;
import vn.haidang.demo.DemoStory.Path;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;

/**
 * Which cases the whole city has besides those of the little one. A case is made of its number and of the day the city opens, so that
 * a larger city has all cases of a smaller one.
 */
@Component
class DemoHistory {

    private static final long SEED = 227;
    private static final long STRIDE = 0x9E3779B97F4A7C15L;
    private static final int OPEN_ONE_OF = 11;
    private static final int DEPARTMENTS_PERCENT = 3;
    private static final int LAST_YEAR_PERCENT = 85;

    /** What people give who rate at all. */
    private static final List<Integer> STARS = List.of(5, 5, 5, 5, 4, 4, 4, 3, 3, 1);

    /** Days before the end of a unit in which nothing takes long, and in which nothing begins. */
    private static final int CALM = 40;

    private static final int STILL = 8;

    /** What a unit is like: how many of a hundred cases come online, how many are late, how many cases it has beside others. */
    private record Manner(int online, int late, int weight) {}

    private final Units units;
    private final DemoCalendar calendar;
    private final DemoServices services;
    private final Map<String, List<Unit>> alive = new HashMap<>();

    DemoHistory(Units units, DemoCalendar calendar, DemoServices services) {
        this.units = units;
        this.calendar = calendar;
        this.services = services;
    }

    /** The stories numbered from the one and before the other, all before {@code now}; those filed after {@code first}, in their order. */
    List<DemoStory> stories(int from, int to, Instant first, Instant now) {
        return IntStream.range(from, to)
                .mapToObj(number -> story(number, now))
                .filter(story ->
                        story.filedAt().isAfter(first) && story.filedAt().isBefore(now))
                .sorted(Comparator.comparing(DemoStory::filedAt))
                .toList();
    }

    private DemoStory story(int number, Instant now) {
        LocalDate today = DemoCalendar.day(now);
        var dice = new SplittableRandom(SEED + number * STRIDE);
        boolean open = number % OPEN_ONE_OF == OPEN_ONE_OF / 2;
        LocalDate wanted = open ? lately(dice, today) : once(dice, today);
        Unit unit;
        String service;
        boolean onPaper = true;
        if (dice.nextInt(100) < DEPARTMENTS_PERCENT) {
            var asked = department(dice, wanted);
            unit = units.byKey(asked.unitKey()).orElseThrow();
            service = asked.service();
        } else {
            boolean online = dice.nextInt(100) < 90;
            var asked = pick(
                    dice,
                    DemoServices.ASKED.stream()
                            .filter(one -> one.online() == online)
                            .toList(),
                    DemoServices.Asked::weight);
            Tier tier = wanted.isBefore(DemoCalendar.TWO_TIERS) ? asked.formerTier() : Tier.COMMUNE;
            unit = pick(dice, alive(tier, wanted), one -> manner(one).weight());
            service = asked.service();
            onPaper = !online || dice.nextInt(100) >= manner(unit).online();
        }
        boolean calm = false;
        LocalDate day = wanted;
        LocalDate end = unit.validTo();
        if (end != null) {
            calm = !day.isBefore(end.minusDays(CALM));
            if (!day.isBefore(end.minusDays(STILL))) {
                day = end.minusDays(STILL + dice.nextInt(7));
            }
        }
        boolean late = !calm && !open && dice.nextInt(100) < manner(unit).late();
        Path path = open ? stands(dice, day, today) : calm || late ? Path.STRAIGHT : goes(dice);
        Entry entry = onPaper
                ? dice.nextInt(100) < 85 ? Entry.COUNTER : Entry.POST
                : dice.nextInt(100) < 62 ? Entry.PHONE : Entry.DESKTOP;
        return new DemoStory(
                "city-" + number,
                service,
                unit.key(),
                dice.nextInt(DemoCrowd.AT_EACH),
                filed(dice, day, entry, now),
                entry,
                path,
                pace(dice, services.term(service), late),
                dice.nextInt(100) < 35 ? STARS.get(dice.nextInt(STARS.size())) : 0);
    }

    /** Most in the last year, the others since the beginning; working days before Saturdays before Sundays and holidays. */
    private LocalDate once(RandomGenerator dice, LocalDate today) {
        LocalDate first = DemoCalendar.day(DemoCalendar.BEGINNING).plusDays(1);
        LocalDate year = today.minusYears(1);
        boolean recent = year.isBefore(first) || dice.nextInt(100) < LAST_YEAR_PERCENT;
        LocalDate from = recent ? year.isBefore(first) ? first : year : first;
        int days = (int) Math.max(1, (recent ? today : year).toEpochDay() - from.toEpochDay());
        while (true) {
            // The larger of two throws would make a steep climb; of a throw and a half it is a gentle one.
            int thrown = dice.nextInt(days);
            LocalDate day = from.plusDays(recent && dice.nextBoolean() ? Math.max(thrown, dice.nextInt(days)) : thrown);
            int chance = calendar.worksOn(day) ? 100 : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 22 : 12;
            if (dice.nextInt(100) < chance) {
                return day;
            }
        }
    }

    /** The last days before today, the last ones most. */
    private LocalDate lately(RandomGenerator dice, LocalDate today) {
        int ago = 1 + (dice.nextInt(100) < 70 ? dice.nextInt(4) : 4 + dice.nextInt(12));
        LocalDate day = today.minusDays(ago);
        while (!calendar.worksOn(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private Path stands(RandomGenerator dice, LocalDate day, LocalDate today) {
        long age = today.toEpochDay() - day.toEpochDay();
        int roll = dice.nextInt(100);
        if (age > 5) {
            return roll < 60 ? Path.WAITS_FOR_SUPPLEMENT : roll < 85 ? Path.WAITS_FOR_SPECIALIST : Path.WAITS_FOR_HEAD;
        }
        if (age < 2) {
            return roll < 50 ? Path.WAITS_AT_DESK : roll < 85 ? Path.WAITS_FOR_SPECIALIST : Path.WAITS_FOR_HEAD;
        }
        return roll < 8
                ? Path.WAITS_AT_DESK
                : roll < 60 ? Path.WAITS_FOR_SPECIALIST : roll < 85 ? Path.WAITS_FOR_HEAD : Path.WAITS_FOR_SUPPLEMENT;
    }

    private static Path goes(RandomGenerator dice) {
        int roll = dice.nextInt(100);
        return roll < 9
                ? Path.SUPPLEMENTED
                : roll < 12
                        ? Path.SUPPLEMENTED_LATER
                        : roll < 17
                                ? Path.SENT_BACK
                                : roll < 20 ? Path.REFUSED : roll < 23 ? Path.WITHDRAWN : Path.STRAIGHT;
    }

    /** Within the term, unless it is late. */
    private static DemoPace pace(RandomGenerator dice, int term, boolean late) {
        int over = late ? term + 1 + dice.nextInt(5) : 0;
        Wait resident = new Wait(dice.nextInt(4), 60 + dice.nextInt(300));
        if (term == 0) {
            return new DemoPace(
                    Wait.minutes(3 + dice.nextInt(35)),
                    new Wait(over, 5 + dice.nextInt(45)),
                    Wait.minutes(3 + dice.nextInt(25)),
                    resident);
        }
        int days = term < 3 ? 0 : dice.nextInt(Math.min(term - 1, 5));
        return new DemoPace(
                Wait.minutes(10 + dice.nextInt(150)),
                new Wait(late ? over : days, 10 + dice.nextInt(120)),
                Wait.minutes(10 + dice.nextInt(170)),
                resident);
    }

    private Instant filed(RandomGenerator dice, LocalDate wanted, Entry entry, Instant now) {
        LocalDate day = entry.onPaper() ? calendar.workingDayFrom(wanted) : wanted;
        while (!day.isBefore(DemoCalendar.day(now)) || (entry.onPaper() && !calendar.worksOn(day))) {
            day = day.minusDays(1);
        }
        int roll = dice.nextInt(100);
        int minute = entry.onPaper() || roll < 68
                ? 8 * 60 + 5 + dice.nextInt(8 * 60 + 20)
                : roll < 94 ? 17 * 60 + dice.nextInt(6 * 60) : 6 * 60 + dice.nextInt(2 * 60);
        return day.atTime(LocalTime.ofSecondOfDay(minute * 60L + dice.nextInt(60)))
                .atZone(MovableClock.VIETNAM)
                .toInstant();
    }

    private DemoServices.AtDepartment department(RandomGenerator dice, LocalDate day) {
        var there = DemoServices.AT_DEPARTMENTS.stream()
                .filter(one -> units.byKey(one.unitKey()).orElseThrow().livesOn(day))
                .toList();
        return there.get(dice.nextInt(there.size()));
    }

    /** Before the two tiers every fourth commune, so that few officials are needed for few cases. */
    private List<Unit> alive(Tier tier, LocalDate day) {
        LocalDate epoch = units.epochs().stream()
                .filter(first -> !first.isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(day);
        return alive.computeIfAbsent(
                tier + " " + epoch,
                unknown -> units.ofTier(tier, day).stream()
                        .filter(unit -> tier == Tier.DISTRICT
                                || !day.isBefore(DemoCalendar.TWO_TIERS)
                                || Math.floorMod(unit.key().hashCode(), 4) == 0)
                        .toList());
    }

    private static Manner manner(Unit unit) {
        int hash = Math.floorMod(unit.key().hashCode() * 31, 10_007);
        int weight = DemoAccounts.COMMUNES.contains(unit.key()) ? 260 : weight(unit.kind()) * (50 + hash % 100) / 100;
        int online = unit.livesOn(DemoCalendar.TWO_TIERS) ? 62 + hash % 37 : 30 + hash % 45;
        return new Manner(online, 2 + hash / 37 % 13, weight);
    }

    private static int weight(String kind) {
        return switch (kind) {
            case "ward", "city-district", "district-city" -> 40;
            case "special-zone" -> 8;
            default -> 22;
        };
    }

    private static <T> T pick(RandomGenerator dice, List<T> from, ToIntFunction<T> weight) {
        int thrown = dice.nextInt(from.stream().mapToInt(weight).sum());
        for (T one : from) {
            thrown -= weight.applyAsInt(one);
            if (thrown < 0) {
                return one;
            }
        }
        return from.getLast();
    }
}
