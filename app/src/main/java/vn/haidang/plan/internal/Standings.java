package vn.haidang.plan.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.plan.MeasuredValue;
import vn.haidang.plan.PlanIndicator;
import vn.haidang.plan.Progress;
import vn.haidang.plan.ReportedValue;
import vn.haidang.plan.Standing;
import vn.haidang.plan.Standing.Hold;
import vn.haidang.plan.Target;
import vn.haidang.plan.Target.Level;
import vn.haidang.plan.internal.Window.Calendar;

/** Holds every target against the value of its own days; asks for all figures at once. */
@Component
public class Standings {

    static final String NUMERATOR = "numerator";
    static final String DENOMINATOR = "denominator";

    private final PlanRows rows;
    private final PublishedValues published;
    private final Indicators indicators;
    private final Units units;
    private final Clock clock;

    Standings(PlanRows rows, PublishedValues published, Indicators indicators, Units units, Clock clock) {
        this.rows = rows;
        this.published = published;
        this.indicators = indicators;
        this.units = units;
        this.clock = clock;
    }

    public List<Progress> of(Predicate<PlanIndicator> wanted) {
        return of(wanted, rows.targets(false), false);
    }

    /** All of them, with what they were a month ago. */
    public List<Progress> compared() {
        return of(indicator -> true, rows.targets(false), true);
    }

    /** All of them, as they would be with what is drafted. */
    public List<Progress> drafted() {
        return of(indicator -> true, rows.targets(true), false);
    }

    private List<Progress> of(Predicate<PlanIndicator> wanted, List<Target> all, boolean compared) {
        LocalDate today = LocalDate.now(clock);
        Unit city = units.city(today);
        Calendar calendar = new Calendar(today, rows.lastDays());
        Map<String, List<Target>> targets = all.stream().collect(groupingBy(Target::indicator));
        List<PlanIndicator> shown = rows.indicators().stream().filter(wanted).toList();
        Map<String, List<ReportedValue>> reported =
                published.of(shown).stream().collect(groupingBy(ReportedValue::indicator));
        Set<Window> windows = new LinkedHashSet<>();
        for (PlanIndicator indicator : shown) {
            List<Target> own = targets.getOrDefault(indicator.key(), List.of());
            windows.addAll(windows(indicator, own, calendar));
            if (compared) {
                windows.addAll(before(indicator, own, calendar));
            }
        }
        Map<Window, MeasuredValue> measured = measure(windows, city);
        return shown.stream()
                .map(indicator -> progress(
                        indicator,
                        targets.getOrDefault(indicator.key(), List.of()),
                        reported.getOrDefault(indicator.key(), List.of()),
                        measured,
                        calendar,
                        city))
                .toList();
    }

    private static Set<Window> windows(PlanIndicator indicator, List<Target> targets, Calendar calendar) {
        Set<Window> windows = new LinkedHashSet<>();
        MeasureCode measure = indicator.measure();
        if (measure != null) {
            for (Target target : targets) {
                windows.add(calendar.current(measure, target.level()));
                windows.add(calendar.of(
                        measure, target.level(), hold(target, targets, calendar), nextYear(target, targets, calendar)));
            }
        }
        return windows;
    }

    private static List<Window> before(PlanIndicator indicator, List<Target> targets, Calendar calendar) {
        MeasureCode measure = indicator.measure();
        return measure == null
                ? List.of()
                : levels(targets)
                        .flatMap((Level level) -> calendar.before(measure, level).stream())
                        .toList();
    }

    private static Stream<Level> levels(List<Target> targets) {
        return targets.stream().map(Target::level).distinct().sorted();
    }

    private Map<Window, MeasuredValue> measure(Set<Window> windows, Unit city) {
        Map<MeasureCode, Integer> versions =
                indicators.catalogue().stream().collect(toMap(Measure::code, Measure::version));
        List<Window> asked = windows.stream()
                .filter(window -> versions.containsKey(window.measure()))
                .toList();
        Map<Window, MeasuredValue> values = new HashMap<>();
        var figures = indicators.read(
                asked.stream().map(window -> question(window, city)).toList());
        for (int i = 0; i < asked.size(); i++) {
            Window window = asked.get(i);
            var figure = figures.get(i);
            values.put(
                    window,
                    new MeasuredValue(
                            window.measure(),
                            versions.getOrDefault(window.measure(), 0),
                            city.key(),
                            window.level(),
                            window.days(),
                            figure.component(NUMERATOR),
                            figure.component(DENOMINATOR),
                            figure.anyFact(),
                            window.last()));
        }
        return values;
    }

    private static Question question(Window window, Unit city) {
        UnitScope scope = new UnitScope(city.id(), window.level().tier(), Tree.AS_IT_WAS);
        return new Question(window.key(), window.measure(), scope, window.days(), null);
    }

    private static Progress progress(
            PlanIndicator indicator,
            List<Target> targets,
            List<ReportedValue> reported,
            Map<Window, MeasuredValue> measured,
            Calendar calendar,
            Unit city) {
        MeasureCode measure = indicator.measure();
        List<ReportedValue> ofCity = reported.stream()
                .filter(value -> value.unitKey().equals(city.key()))
                .toList();
        List<Standing> standings = new ArrayList<>();
        for (Target target : targets) {
            Hold hold = hold(target, targets, calendar);
            int nextYear = nextYear(target, targets, calendar);
            standings.add(
                    measure == null
                            ? Judgement.reported(target, hold, nextYear, ofCity, calendar.today())
                            : Judgement.measured(
                                    target,
                                    hold,
                                    nextYear,
                                    measured.get(calendar.of(measure, target.level(), hold, nextYear))));
        }
        List<MeasuredValue> current = measure == null
                ? List.of()
                : levels(targets)
                        .map((Level level) -> measured.get(calendar.current(measure, level)))
                        .filter(Objects::nonNull)
                        .toList();
        List<MeasuredValue> before = before(indicator, targets, calendar).stream()
                .map(measured::get)
                .filter(Objects::nonNull)
                .toList();
        return new Progress(indicator, standings, current, before, reported);
    }

    private static Hold hold(Target target, List<Target> all, Calendar calendar) {
        if (target.year() > calendar.today().getYear()) {
            return Hold.AHEAD;
        }
        return nextYear(target, all, calendar) == 0 ? Hold.HOLDS : Hold.ENDED;
    }

    /** The year in which a later target of the same indicator and level took over, 0 while none has. */
    private static int nextYear(Target target, List<Target> all, Calendar calendar) {
        return all.stream()
                .filter(other -> other.level() == target.level())
                .mapToInt(Target::year)
                .filter(year -> year > target.year() && year <= calendar.today().getYear())
                .min()
                .orElse(0);
    }
}
