package vn.haidang.publicservice.internal.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.spi.CaseCounting.Stand;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Screen;

/** Whatever happens to dossiers, what came in is what went out and what is still there: in every window, at every unit. */
class DossierFactsUnitTests {

    private static final LocalDate START = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 60;
    private static final String BREAKDOWN = "Hộ tịch|ONLINE";
    private static final List<UnitId> UNITS =
            List.of(UnitId.ofKey("one"), UnitId.ofKey("two"), UnitId.ofKey("three"), UnitId.ofKey("four"));

    @Property(tries = 300)
    void carriedOverAndReceivedIsDoneReturnedAndOpen(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int dossiers) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        List<DossierLife> lives = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            live(START.plusDays(day), random, lives, facts, dossiers);
        }

        for (int window = 0; window < 4; window++) {
            LocalDate first = START.plusDays(random.nextInt(DAYS));
            LocalDate last = first.plusDays(random.nextInt(DAYS - (int) (first.toEpochDay() - START.toEpochDay())));
            for (UnitId unit : UNITS) {
                holds(facts, unit, first, last);
                long open = lives.stream()
                        .filter(life -> unit.equals(life.openAt(last)))
                        .count();
                assertThat(stock(facts, DossierCount.OPEN, unit, last)).isEqualTo(open);
                long late = lives.stream()
                        .filter(life -> unit.equals(life.openAt(last)) && life.lateOn(last))
                        .count();
                assertThat(stock(facts, DossierCount.LATE, unit, last)).isEqualTo(late);
                long again = lives.stream()
                        .filter(life -> unit.equals(life.openAt(last)) && life.askedAgainOn(last) && !life.lateOn(last))
                        .count();
                assertThat(stock(facts, DossierCount.OPEN_ASKED_AGAIN, unit, last))
                        .isEqualTo(again);
            }
        }
        lives.forEach(
                life -> assertThat(DossierFacts.of(life.dossier(), life.stand()).values())
                        .doesNotContain(0L));
        assertThat(facts.stream()
                        .filter(fact -> fact.component().equals(DossierCount.RECEIVED))
                        .count())
                .isEqualTo(lives.size());
    }

    @Example
    void aDossierThatEndedBeforeItWasReceivedCountsOnTheDayItWas() {
        DossierLife life = new DossierLife(BREAKDOWN, START.plusDays(3), UNITS.getFirst(), at(START.plusDays(5), 17));
        List<Fact> facts = new ArrayList<>(life.begins());
        facts.addAll(life.to(closed(life.stand(), at(START, 20), "withdrawn", false), START));

        assertThat(sum(facts, DossierCount.RETURNED, UNITS.getFirst(), START.plusDays(3), START.plusDays(3)))
                .isEqualTo(1);
        assertThat(stock(facts, DossierCount.OPEN, UNITS.getFirst(), START.plusDays(2)))
                .isZero();
        assertThat(stock(facts, DossierCount.OPEN, UNITS.getFirst(), START.plusDays(3)))
                .isZero();
    }

    @Example
    void theDayOfThePromiseIsInTimeAndNotEarly() {
        Instant due = at(START.plusDays(4), 17);

        assertThat(ended(due, due.minusSeconds(1))).containsOnlyKeys("done-on-time", "issued", "electronic");
        assertThat(ended(due, due.minusSeconds(86_400))).containsOnlyKeys("done-early", "issued", "electronic");
        assertThat(ended(due, due)).containsOnlyKeys("done-late", "issued", "electronic");
        Instant midnight = START.plusDays(5).atStartOfDay(Screen.ZONE).toInstant();
        assertThat(ended(midnight, midnight.minusSeconds(1))).containsKey("done-on-time");
    }

    /** Done before its time ended, and yet late for the national portal; done late, it is late for both and counts once. */
    @Example
    void whatWasAskedAgainIsLateForThePortalThoughNotByTheLaw() {
        Instant due = at(START.plusDays(9), 17);
        for (int times = 1; times <= 3; times++) {
            DossierLife life = new DossierLife(BREAKDOWN, START, UNITS.getFirst(), due);
            List<Fact> facts = new ArrayList<>(life.begins());
            for (int time = 1; time <= times; time++) {
                LocalDate day = START.plusDays(time);
                facts.addAll(life.to(new Stand(UNITS.getFirst(), null, null, null, false, true), day));
                facts.addAll(life.to(due(life.stand(), due), day));
            }
            long late = times > 1 ? 1 : 0;
            assertThat(stock(facts, DossierCount.OPEN_ASKED_AGAIN, UNITS.getFirst(), START.plusDays(1)))
                    .isZero();
            assertThat(stock(facts, DossierCount.OPEN_ASKED_AGAIN, UNITS.getFirst(), START.plusDays(2)))
                    .isEqualTo(late);
            assertThat(stock(facts, DossierCount.OPEN_ASKED_AGAIN, UNITS.getFirst(), START.plusDays(9)))
                    .as("late by the law from here on")
                    .isZero();
            facts.addAll(life.to(closed(life.stand(), at(START.plusDays(5), 9), "done", true), START.plusDays(5)));
            assertThat(stock(facts, DossierCount.DONE_ASKED_AGAIN, UNITS.getFirst(), START.plusDays(5)))
                    .isEqualTo(late);
            assertThat(stock(facts, DossierCount.OPEN_ASKED_AGAIN, UNITS.getFirst(), START.plusDays(5)))
                    .isZero();
            facts.addAll(life.to(closed(life.stand(), at(START.plusDays(12), 9), "done", true), START.plusDays(12)));
            assertThat(stock(facts, DossierCount.DONE_ASKED_AGAIN, UNITS.getFirst(), START.plusDays(12)))
                    .isZero();
        }
    }

    private static Map<String, Long> ended(Instant due, Instant closed) {
        DossierLife life = new DossierLife(BREAKDOWN, START, UNITS.getFirst(), due);
        Map<String, Long> ended = new HashMap<>();
        life.to(closed(life.stand(), closed, "done", true), START).stream()
                .filter(fact -> fact.component().startsWith("done")
                        || fact.component().equals(DossierCount.ISSUED)
                        || fact.component().equals(DossierCount.ELECTRONIC))
                .forEach(fact -> ended.merge(fact.component(), fact.amount(), Long::sum));
        return ended;
    }

    /** New dossiers, ends, what was returned and comes again, mergers of whole units, single transfers, clocks that stop and go on. */
    private static void live(LocalDate day, Random random, List<DossierLife> lives, List<Fact> facts, int most) {
        if (lives.size() < most && random.nextInt(3) == 0) {
            DossierLife life = new DossierLife(
                    BREAKDOWN,
                    day.plusDays(random.nextInt(3)),
                    any(random),
                    at(day.plusDays(1 + random.nextInt(12)), 17));
            lives.add(life);
            facts.addAll(life.begins());
        }
        if (random.nextInt(15) == 0) {
            UnitId ended = any(random);
            UnitId into = any(random);
            lives.stream()
                    .filter(life -> life.open() && life.stand().unit().equals(ended) && !ended.equals(into))
                    .forEach(life -> facts.addAll(life.to(at(life.stand(), into), day)));
        }
        for (DossierLife life : List.copyOf(lives)) {
            if (life.open()) {
                facts.addAll(step(life, day, random));
                if (life.returned() && random.nextBoolean()) {
                    DossierLife again = new DossierLife(
                            BREAKDOWN, day, life.stand().unit(), at(day.plusDays(1 + random.nextInt(12)), 17));
                    lives.add(again);
                    facts.addAll(again.begins());
                }
            }
        }
        lives.forEach(life -> life.endOf(day));
    }

    private static List<Fact> step(DossierLife life, LocalDate day, Random random) {
        Stand now = life.stand();
        Instant moment = at(day, 8 + random.nextInt(12));
        return switch (random.nextInt(14)) {
            case 0 -> life.to(closed(now, moment, "done", true), day);
            case 1 -> life.to(closed(now, moment, "refused", random.nextBoolean()), day);
            case 2 -> life.to(closed(now, moment, "withdrawn", random.nextBoolean()), day);
            case 3 -> life.to(due(now, null), day);
            case 6, 7 -> life.to(new Stand(now.unit(), null, null, null, false, true), day);
            case 4 -> life.to(due(now, at(day.plusDays(random.nextInt(9)), 17)), day);
            case 5 -> life.to(at(now, any(random)), day);
            default -> List.of();
        };
    }

    private static void holds(List<Fact> facts, UnitId unit, LocalDate first, LocalDate last) {
        long carriedOver = stock(facts, DossierCount.OPEN, unit, first.minusDays(1));
        long in = sum(facts, DossierCount.RECEIVED, unit, first, last)
                + sum(facts, DossierCount.TAKEN_OVER, unit, first, last);
        long out = sum(facts, DossierCount.EARLY, unit, first, last)
                + sum(facts, DossierCount.ON_TIME, unit, first, last)
                + sum(facts, DossierCount.DONE_LATE, unit, first, last)
                + sum(facts, DossierCount.RETURNED, unit, first, last)
                + sum(facts, DossierCount.HANDED_OVER, unit, first, last);
        assertThat(carriedOver + in).isEqualTo(out + stock(facts, DossierCount.OPEN, unit, last));
    }

    private static long stock(List<Fact> facts, String component, UnitId unit, LocalDate last) {
        return sum(facts, component, unit, LocalDate.MIN, last);
    }

    private static long sum(List<Fact> facts, String component, UnitId unit, LocalDate first, LocalDate last) {
        return facts.stream()
                .filter(fact ->
                        fact.component().equals(component) && fact.unit().equals(unit))
                .filter(fact -> !fact.day().isBefore(first) && !fact.day().isAfter(last))
                .mapToLong(Fact::amount)
                .sum();
    }

    private static Stand closed(Stand stand, Instant at, String outcome, boolean accepted) {
        return new Stand(stand.unit(), stand.dueAt(), at, outcome, accepted, false);
    }

    private static Stand due(Stand stand, @Nullable Instant due) {
        return new Stand(stand.unit(), due, null, null, false, false);
    }

    private static Stand at(Stand stand, UnitId unit) {
        return stand.at(unit);
    }

    private static UnitId any(Random random) {
        return UNITS.get(random.nextInt(UNITS.size()));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Screen.ZONE).toInstant();
    }
}
