package vn.haidang.indicator.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.IndicatorCatalogue;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Any figure, opened down the organization to its records; the records as far as the reader may see them. */
@Controller
class FigureController {

    private static final int RECORDS = 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Indicators indicators;
    private final Units units;
    private final IndicatorCatalogue catalogue;
    private final Clock clock;

    FigureController(Indicators indicators, Units units, IndicatorCatalogue catalogue, Clock clock) {
        this.indicators = indicators;
        this.catalogue = catalogue;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/figures/{module}/{measure}")
    @Requires(Access.PUBLIC)
    PageView figure(
            @PathVariable String module,
            @PathVariable String measure,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(defaultValue = "AS_IT_WAS") Tree tree,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate knownOn,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String component,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Reader reader) {
        var days = days(from, to);
        if (knownOn != null) {
            readable("knownOn", knownOn);
        }
        var at = unit == null || unit.isBlank() ? units.city(days.last()) : unit(unit);
        var code = new MeasureCode(module + "/" + measure);
        var definition = indicators.definition(code);
        var only = member(definition, member);
        var one = component(definition, component);
        var question = new Question("figure", code, new UnitScope(at.id(), tier, tree), days, knownOn, only);
        var page = new EvidencePage(RECORDS, given(after), given(before));
        var change = indicators.change();
        var figures = indicators.withChildren(question);
        return new PageView(
                "indicator/figure",
                new FigurePage(
                        new FigureAddress(code, at.key(), tier, tree, days, knownOn, only, one),
                        definition.version(),
                        change,
                        definition.components().stream()
                                .map(Component::code)
                                .filter(each -> one == null || one.equals(each))
                                .toList(),
                        at,
                        units.path(at.id(), lastDayOf(at, days)),
                        figures.getFirst(),
                        parts(figures, one),
                        page,
                        one == null
                                ? indicators.evidence(question, page, reader)
                                : indicators.evidence(question, one, page, reader),
                        definition.breakdown(),
                        catalogue.all().stream()
                                .filter(indicator -> indicator.measures().contains(code))
                                .toList()));
    }

    private static @Nullable String given(@Nullable String place) {
        return place == null || place.isBlank() ? null : place;
    }

    private static @Nullable String member(Measure definition, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        if (!definition.tellsApart(asked)) {
            throw Problem.of("indicator/unreadable", 400, "member").exception();
        }
        return asked;
    }

    private static @Nullable String component(Measure definition, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        if (definition.components().stream().noneMatch(each -> each.code().equals(asked))) {
            throw Problem.of("indicator/unreadable", 400, "component").exception();
        }
        return asked;
    }

    private DayRange days(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? LocalDate.now(clock) : to;
        var first = from == null ? last.withDayOfYear(1) : from;
        readable("from", first);
        readable("to", last);
        if (last.isBefore(first)) {
            throw Problem.of("indicator/period-backwards", 400, first, last).exception();
        }
        return new DayRange(first, last);
    }

    /** Beyond these years nothing happened, and far beyond them no database counts. */
    private static void readable(String name, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Problem.of("indicator/unreadable", 400, name).exception();
        }
    }

    private Unit unit(String key) {
        return units.byKey(key)
                .orElseThrow(
                        () -> Problem.of("indicator/no-such-unit", 404, key).exception());
    }

    private static LocalDate lastDayOf(Unit unit, DayRange days) {
        var end = unit.validTo();
        if (end != null && !end.isAfter(days.last())) {
            return end.minusDays(1);
        }
        return days.last().isBefore(unit.validFrom()) ? unit.validFrom() : days.last();
    }

    /** Those with facts first: among a hundred communes a reader looks for where something happened; of one component, only those. */
    private List<FigurePage.Part> parts(List<Figure> figures, @Nullable String component) {
        var parts = new ArrayList<FigurePage.Part>();
        for (var figure : figures.subList(1, figures.size())) {
            if (component == null || figure.component(component) != 0) {
                parts.add(
                        new FigurePage.Part(units.get(figure.question().scope().unit()), figure));
            }
        }
        parts.sort(Comparator.comparing(part -> !part.figure().anyFact()));
        return parts;
    }
}
