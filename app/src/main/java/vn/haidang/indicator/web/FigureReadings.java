package vn.haidang.indicator.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Series;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.indicator.Series.Question;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.worktime.ReportingPeriod;

/** What the views of an indicator show, on a page and in a file alike. */
@Component
class FigureReadings {

    /** The most columns of a table of units. */
    private static final int MOST_COLUMNS = 24;

    private final Series series;
    private final Units units;

    FigureReadings(Series series, Units units) {
        this.series = series;
        this.units = units;
    }

    /** The unit through all periods. */
    Answer series(FigureChoice choice) {
        return read(choice, List.of(choice.unit()), periods(choice)).getFirst();
    }

    /** The unit and those under it, over the last periods. */
    List<Answer> table(FigureChoice choice) {
        var periods = periods(choice);
        var shown = periods.subList(Math.max(0, periods.size() - MOST_COLUMNS), periods.size());
        var all = new ArrayList<>(List.of(choice.unit()));
        all.addAll(parts(choice));
        return read(choice, all, shown);
    }

    /** Those under the unit, over the whole time. */
    List<Answer> whole(FigureChoice choice) {
        return read(choice, parts(choice), List.of(choice.whole()));
    }

    /** One after the other, from the one that holds the first day; whole ones, though the last still runs. */
    List<ReportingPeriod> periods(FigureChoice choice) {
        var policy = choice.policy();
        var periods = new ArrayList<ReportingPeriod>();
        var period = policy.containing(choice.step(), choice.days().first())
                .orElseGet(
                        () -> policy.period(choice.step(), choice.days().first().getYear() + 1, 1));
        while (!period.first().isAfter(choice.days().last()) && periods.size() <= Series.MOST_PERIODS) {
            periods.add(period);
            period = policy.next(period);
        }
        return periods;
    }

    /**
     * Whom a list compares: the units of the lowest tier under the unit, as they lived on the last day, or today's; of comparable
     * areas one each.
     */
    List<Unit> parts(FigureChoice choice) {
        var on = choice.basis() == Basis.AS_IT_WAS ? lived(choice) : choice.today();
        var below = below(choice.unit(), on);
        return choice.basis() == Basis.GROUP ? oneOfEach(below) : below;
    }

    private LocalDate lived(FigureChoice choice) {
        var end = choice.unit().validTo();
        var last = choice.days().last().isAfter(choice.today())
                ? choice.today()
                : choice.days().last();
        return end != null && !end.isAfter(last) ? end.minusDays(1) : last;
    }

    private List<Unit> below(Unit unit, LocalDate on) {
        var found = new LinkedHashMap<UnitId, Unit>();
        for (var child : units.children(unit.id(), on)) {
            if (child.tier() == Tier.DISTRICT) {
                units.children(child.id(), on).forEach(part -> found.put(part.id(), part));
                found.putIfAbsent(child.id(), child);
            } else {
                found.put(child.id(), child);
            }
        }
        return found.values().stream()
                .filter(part -> part.tier() != Tier.DISTRICT
                        || units.children(part.id(), on).isEmpty())
                .map(part -> units.named(part.id(), on))
                .toList();
    }

    private List<Unit> oneOfEach(List<Unit> below) {
        var areas = new LinkedHashMap<Set<UnitId>, Unit>();
        for (var unit : below) {
            areas.putIfAbsent(
                    units.comparableWith(unit.id()).stream().map(Unit::id).collect(Collectors.toSet()), unit);
        }
        return List.copyOf(areas.values());
    }

    private List<Answer> read(FigureChoice choice, List<Unit> asked, List<ReportingPeriod> periods) {
        return series.read(new Question(
                choice.indicator().code(),
                asked.stream().map(choice::line).toList(),
                periods,
                choice.member(),
                choice.knownOn()));
    }
}
