package vn.haidang.publicservice.internal.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.casework.spi.CaseCounting.Stand;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applicant;
import vn.haidang.ui.Screen;

/**
 * Random dossiers across the day on which districts ended, communes were merged or divided and another province came in: what was
 * carried over and came in is what went out and what is there, for city, district, commune and department, by field and channel, on
 * the units of the time and on today's.
 */
@ModuleTest
@Import(Applicant.class)
class MergedUnitsModuleTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 6, 5);
    private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);
    private static final int DAYS = 60;

    private static final UnitId CITY = UnitId.ofKey("city-31");
    private static final UnitId DEPARTMENT = UnitId.ofKey("dept-tu-phap");
    private static final UnitId DISTRICT = UnitId.ofKey("district-303");
    private static final UnitId WHOLE = UnitId.ofKey("commune-11302-b");
    private static final UnitId DIVIDED = UnitId.ofKey("commune-11341-b");
    private static final UnitId ELSEWHERE = UnitId.ofKey("commune-10507-b");
    private static final UnitId NEW = UnitId.ofKey("commune-11311-c");
    private static final UnitId NEW_ELSEWHERE = UnitId.ofKey("commune-10507-c");
    private static final Map<UnitId, UnitId> INTO =
            Map.of(WHOLE, NEW, DIVIDED, NEW, DISTRICT, NEW, ELSEWHERE, NEW_ELSEWHERE);
    private static final List<UnitId> BEFORE = List.of(DEPARTMENT, DISTRICT, WHOLE, DIVIDED, ELSEWHERE);
    private static final List<UnitId> AFTER = List.of(DEPARTMENT, NEW, NEW_ELSEWHERE);
    private static final List<UnitId> ALL =
            List.of(CITY, DEPARTMENT, DISTRICT, WHOLE, DIVIDED, ELSEWHERE, NEW, NEW_ELSEWHERE);
    private static final List<String> BREAKDOWNS =
            List.of("Hộ tịch|ONLINE", "Hộ tịch|COUNTER", "Đất đai|COUNTER", "Đất đai|POST");

    private final Facts facts;
    private final Indicators indicators;
    private final TransactionTemplate transaction;

    MergedUnitsModuleTests(Facts facts, Indicators indicators, TransactionTemplate transaction) {
        this.facts = facts;
        this.indicators = indicators;
        this.transaction = transaction;
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 2025})
    void balancesOnTheUnitsOfTheTimeAndOfToday(long seed) {
        transaction.executeWithoutResult(status -> {
            Random random = new Random(seed);
            List<DossierLife> lives = history(random);
            Map<LocalDate, DayRange> windows = windows(random);
            for (Tree tree : List.of(Tree.AS_IT_WAS, Tree.TODAY)) {
                for (UnitId unit : tree == Tree.AS_IT_WAS ? ALL : List.of(CITY, DEPARTMENT, NEW, NEW_ELSEWHERE)) {
                    balances(unit, tree, windows);
                }
            }
            windows.values().forEach(days -> theCityHasWhatIsOpenOnItsGround(lives, days.last()));
            assertThat(moved(lives)).as("some went over the merger").isPositive();
            status.setRollbackOnly();
        });
    }

    private void balances(UnitId unit, Tree tree, Map<LocalDate, DayRange> windows) {
        List<Question> questions = new ArrayList<>();
        for (String member : List.of("", "Hộ tịch|", "Đất đai|", "|ONLINE", "|COUNTER", "|POST")) {
            windows.forEach((before, days) -> {
                questions.add(question(unit, tree, member, new DayRange(before, before)));
                questions.add(question(unit, tree, member, days));
            });
        }
        List<Figure> figures = indicators.read(questions);
        for (int i = 0; i < figures.size(); i += 2) {
            Figure within = figures.get(i + 1);
            assertThat(figures.get(i).component("open") + within.component("received") + within.component("taken-over"))
                    .as(unit + " " + tree + " " + within.question().breakdown() + " "
                            + within.question().days())
                    .isEqualTo(within.component("done-early")
                            + within.component("done-on-time")
                            + within.component("done-late")
                            + within.component("returned")
                            + within.component("handed-over")
                            + within.component("open"));
        }
    }

    /** Before the merger nothing of the other province; what was not moved yet on the day itself stays where its unit stood last. */
    private void theCityHasWhatIsOpenOnItsGround(List<DossierLife> lives, LocalDate day) {
        long open = lives.stream()
                .filter(life -> life.openAt(day) != null && !ELSEWHERE.equals(life.openAt(day)))
                .count();
        assertThat(indicators
                        .read(List.of(question(CITY, Tree.AS_IT_WAS, "", new DayRange(day, day))))
                        .getFirst()
                        .component("open"))
                .as("open in the city on " + day)
                .isEqualTo(open);
    }

    private static long moved(List<DossierLife> lives) {
        return lives.stream()
                .filter(life -> life.dossier().moves().stream()
                        .anyMatch(move -> Set.of(WHOLE, DIVIDED, DISTRICT).contains(move.from())))
                .count();
    }

    private List<DossierLife> history(Random random) {
        List<DossierLife> lives = new ArrayList<>();
        List<Facts.Fact> told = new ArrayList<>();
        for (int number = 0; number < DAYS; number++) {
            LocalDate day = FIRST.plusDays(number);
            boolean merged = !day.isBefore(MERGED);
            for (int i = random.nextInt(3); i > 0; i--) {
                begin(day.plusDays(random.nextInt(2)), any(merged ? AFTER : BEFORE, random), random, lives, told);
            }
            for (DossierLife life : List.copyOf(lives)) {
                if (!life.open()) {
                    continue;
                }
                UnitId into = INTO.get(life.stand().unit());
                if (merged && into != null) {
                    if (day.isAfter(MERGED) || random.nextBoolean()) {
                        told.addAll(life.to(at(life.stand(), into), day));
                    }
                } else {
                    told.addAll(step(life, day, any(merged ? AFTER : BEFORE, random), random));
                    if (life.returned()) {
                        begin(day, life.stand().unit(), random, lives, told);
                    }
                }
            }
            lives.forEach(life -> life.endOf(day));
        }
        facts.add(told);
        return lives;
    }

    private static void begin(
            LocalDate day, UnitId unit, Random random, List<DossierLife> lives, List<Facts.Fact> told) {
        DossierLife life = new DossierLife(
                BREAKDOWNS.get(random.nextInt(BREAKDOWNS.size())),
                day,
                unit,
                moment(day.plusDays(1 + random.nextInt(20))));
        lives.add(life);
        told.addAll(life.begins());
    }

    private static List<Facts.Fact> step(DossierLife life, LocalDate day, UnitId other, Random random) {
        Stand now = life.stand();
        return switch (random.nextInt(20)) {
            case 0, 1 -> life.to(ended(now, day, "done", true), day);
            case 2 -> life.to(ended(now, day, "refused", random.nextBoolean()), day);
            case 3 -> life.to(ended(now, day, "withdrawn", random.nextBoolean()), day);
            case 4 -> life.to(at(now, other), day);
            default -> List.of();
        };
    }

    /** By the day before them; every one touches the merger or comes after it. */
    private static Map<LocalDate, DayRange> windows(Random random) {
        Map<LocalDate, DayRange> windows = new LinkedHashMap<>();
        for (LocalDate first : List.of(
                LocalDate.of(2025, 6, 15),
                MERGED,
                MERGED.plusDays(1),
                FIRST.plusDays(random.nextInt(26)),
                MERGED.plusDays(random.nextInt(30)))) {
            LocalDate last =
                    first.isBefore(MERGED) ? MERGED.plusDays(random.nextInt(15)) : first.plusDays(random.nextInt(4));
            windows.put(first.minusDays(1), new DayRange(first, last));
        }
        windows.put(FIRST.minusDays(1), new DayRange(FIRST, MERGED.minusDays(1)));
        return windows;
    }

    private static Question question(UnitId unit, Tree tree, String member, DayRange days) {
        return new Question(
                "figure",
                DossierCount.CODE,
                new UnitScope(unit, null, tree),
                days,
                null,
                member.isEmpty() ? null : member);
    }

    private static Stand ended(Stand stand, LocalDate day, String outcome, boolean accepted) {
        return new Stand(stand.unit(), stand.dueAt(), moment(day), outcome, accepted, false);
    }

    private static Stand at(Stand stand, UnitId unit) {
        return stand.at(unit);
    }

    private static Instant moment(LocalDate day) {
        return day.atTime(16, 0).atZone(Screen.ZONE).toInstant();
    }

    private static UnitId any(List<UnitId> units, Random random) {
        return units.get(random.nextInt(units.size()));
    }
}
