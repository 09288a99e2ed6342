package vn.haidang.indicator.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Series;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.indicator.Series.Break;
import vn.haidang.indicator.Series.Line;
import vn.haidang.indicator.Series.Question;
import vn.haidang.indicator.internal.SeriesRows.Asked;
import vn.haidang.indicator.internal.SeriesRows.Place;
import vn.haidang.indicator.internal.SeriesRows.Reading;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Problem;
import vn.haidang.worktime.ReportingPeriod;

/** Reads series: the definitions of the time, the numbers in one statement, the breaks in another. */
@Component
public class SeriesReader {

    private final DefinitionRows definitions;
    private final Catalogue catalogue;
    private final SeriesRows rows;
    private final BreakRows breaks;
    private final Units units;
    private final Clock clock;

    SeriesReader(
            DefinitionRows definitions,
            Catalogue catalogue,
            SeriesRows rows,
            BreakRows breaks,
            Units units,
            Clock clock) {
        this.definitions = definitions;
        this.catalogue = catalogue;
        this.rows = rows;
        this.breaks = breaks;
        this.units = units;
        this.clock = clock;
    }

    public List<Answer> read(Question question) {
        return read(question, false);
    }

    /** @param draft whether by what is drafted, as if it were published */
    List<Answer> read(Question question, boolean draft) {
        if (question.periods().size() > Series.MOST_PERIODS) {
            throw Problem.of("indicator/too-many-periods", 400, Series.MOST_PERIODS)
                    .exception();
        }
        if (question.lines().isEmpty() || question.periods().isEmpty()) {
            return List.of();
        }
        var versions = versions(question.indicator(), draft);
        var measures = measures(versions.values().stream().flatMap(List::stream).toList());
        var asked = new ArrayList<Asked>();
        for (var line : question.lines()) {
            measures.values().forEach(measure -> asked.add(new Asked(line, measure)));
        }
        var today = LocalDate.now(clock);
        var cities = cities(today);
        var knownOn = question.knownOn();
        var now = knownOn == null || knownOn.isAfter(today) ? today : knownOn;
        var sofar =
                question.periods().stream().map(period -> until(period, now)).toList();
        var readings = rows.read(asked, sofar, cities, question.breakdown(), knownOn, today);
        var codes = List.copyOf(measures.keySet());
        var broken = breaks.read(question.lines(), cities, today);
        var answers = new ArrayList<Answer>();
        for (var number = 0; number < question.lines().size(); number++) {
            var line = question.lines().get(number);
            var at = number;
            var points = new ArrayList<Series.Point>();
            for (var period = 0; period < question.periods().size(); period++) {
                points.add(Points.of(
                        question.periods().get(period),
                        on(versions, question.indicator(), question.periods().get(period), today),
                        new ReadHere(
                                versions,
                                measures,
                                codes,
                                readings,
                                at,
                                question.periods().get(period),
                                period,
                                today)));
            }
            var unit = units.get(line.unit());
            answers.add(new Answer(
                    line,
                    unit,
                    today(line, unit, today),
                    points,
                    breaks(line, unit, at, broken, question, versions.getOrDefault(question.indicator(), List.of()))));
        }
        return answers;
    }

    /** A period that still runs, as far as it has come: what is told of days ahead has not happened yet. */
    private static ReportingPeriod until(ReportingPeriod period, LocalDate now) {
        return period.contains(now)
                ? new ReportingPeriod(period.kind(), period.year(), period.number(), period.first(), now)
                : period;
    }

    /** What was read of one line in one period. */
    private record ReadHere(
            Map<String, List<Indicator>> versions,
            Map<MeasureCode, Measure> measures,
            List<MeasureCode> codes,
            Map<Place, Reading> readings,
            int line,
            ReportingPeriod period,
            int number,
            LocalDate today)
            implements Points.Read {

        @Override
        public Reading reading(MeasureCode measure) {
            var place = new Place(line * codes.size() + codes.indexOf(measure), number);
            return readings.getOrDefault(place, Reading.NOTHING);
        }

        @Override
        public Measure measure(MeasureCode code) {
            return java.util.Objects.requireNonNull(measures.get(code));
        }

        @Override
        public Optional<Indicator> definition(String code) {
            return on(versions, code, period, today);
        }
    }

    /** The version that holds on the last day of a period, or today while it runs. */
    private static Optional<Indicator> on(
            Map<String, List<Indicator>> versions, String code, ReportingPeriod period, LocalDate today) {
        var day = period.last().isAfter(today) && !period.first().isAfter(today) ? today : period.last();
        return versions.getOrDefault(code, List.of()).stream()
                .filter(version -> version.on(day))
                .findFirst();
    }

    /** Of the indicator and of those it is made of. */
    private Map<String, List<Indicator>> versions(String code, boolean draft) {
        var own = definitions.versions(List.of(code), draft);
        if (own.isEmpty()) {
            throw Problem.of("indicator/no-such-indicator", 404, code).exception();
        }
        Set<String> parts =
                own.stream().flatMap(each -> each.partCodes().stream()).collect(Collectors.toSet());
        var all = new HashSet<>(own);
        if (!parts.isEmpty()) {
            all.addAll(definitions.versions(parts, draft));
        }
        return all.stream()
                .sorted(java.util.Comparator.comparing(Indicator::validFrom))
                .collect(Collectors.groupingBy(Indicator::code));
    }

    private Map<MeasureCode, Measure> measures(Collection<Indicator> indicators) {
        return indicators.stream()
                .flatMap(indicator -> indicator.measures().stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(MeasureCode::value))
                .map(code -> catalogue
                        .find(code)
                        .orElseThrow(() -> Problem.of("indicator/no-such-measure", 404, code.value())
                                .exception()))
                .collect(Collectors.toMap(
                        Measure::code, Function.identity(), (first, again) -> first, java.util.LinkedHashMap::new));
    }

    /** Every city this installation served: what was under one of them was recorded here. */
    private List<UnitId> cities(LocalDate today) {
        return Stream.concat(units.epochs().stream(), Stream.of(today))
                .map(day -> units.city(day).id())
                .distinct()
                .toList();
    }

    private List<Unit> today(Line line, Unit unit, LocalDate today) {
        return line.basis() == Basis.GROUP
                ? units.comparableWith(unit.id()).stream()
                        .filter(member -> member.livesOn(today))
                        .toList()
                : List.of(unit);
    }

    private List<Break> breaks(
            Line line, Unit unit, int number, BreakRows.Known known, Question question, List<Indicator> versions) {
        var days = new DayRange(
                question.periods().getFirst().first(),
                question.periods().getLast().last());
        var found = new ArrayList<>(Breaks.ofDefinition(versions, days));
        if (line.basis() == Basis.AS_IT_WAS) {
            var members = known.memberships().stream()
                    .filter(member -> member.line() == number)
                    .toList();
            found.addAll(new Breaks(unit, days, members).ofUnits(units::predecessors, units::successors, units::get));
        }
        known.doubts().stream()
                .filter(doubt -> doubt.line() == number && Breaks.within(doubt.on(), days))
                .filter(doubt -> line.basis() != Basis.AS_IT_WAS
                        || (unit.livesOn(doubt.on()) && unit.livesOn(doubt.on().minusDays(1))))
                .forEach(doubt -> found.add(new Break(doubt.on(), Break.Kind.PERHAPS_UNITS, 0, 0)));
        known.beginnings().stream()
                .filter(beginning -> beginning.line() == number && Breaks.within(beginning.on(), days))
                .forEach(beginning -> found.add(new Break(beginning.on(), Break.Kind.RECORDING, beginning.units(), 0)));
        return Breaks.sorted(found);
    }
}
