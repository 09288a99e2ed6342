package vn.haidang.indicator.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.IndicatorCatalogue;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitMaps;
import vn.haidang.organization.Units;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.PlaceMap;
import vn.haidang.ui.Requires;
import vn.haidang.ui.Screen;

/** The catalogue of indicators, and each of them through time, by unit, on a map and as a list of ranks. */
@Controller
class FiguresController {

    private final IndicatorCatalogue catalogue;
    private final Indicators indicators;
    private final FigureChoices choices;
    private final FigureReadings readings;
    private final Units units;
    private final UnitMaps maps;

    FiguresController(
            IndicatorCatalogue catalogue,
            Indicators indicators,
            FigureChoices choices,
            FigureReadings readings,
            Units units,
            UnitMaps maps) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.choices = choices;
        this.readings = readings;
        this.units = units;
        this.maps = maps;
    }

    @GetMapping("/figures")
    @Requires(Access.PUBLIC)
    PageView list() {
        return new PageView("indicator/figures", new FiguresPage(catalogue.all()));
    }

    @GetMapping("/figures/{module}/{indicator}/series")
    @Requires(Access.PUBLIC)
    PageView series(
            @PathVariable String module, @PathVariable String indicator, @RequestParam Map<String, String> asked) {
        var choice = choices.of(module, indicator, asked);
        var change = indicators.change();
        var answer = readings.series(choice);
        return new PageView(
                "indicator/series",
                new SeriesPage(
                        head(choice, "series"),
                        answer,
                        Chart.of(answer, choice.indicator().unit().equals("percent")),
                        parts(choice.indicator()),
                        change));
    }

    @GetMapping("/figures/{module}/{indicator}/table")
    @Requires(Access.PUBLIC)
    PageView table(
            @PathVariable String module, @PathVariable String indicator, @RequestParam Map<String, String> asked) {
        var choice = choices.of(module, indicator, asked);
        return new PageView("indicator/table", new TablePage(head(choice, "table"), readings.table(choice)));
    }

    @GetMapping("/figures/{module}/{indicator}/map")
    @Requires(Access.PUBLIC)
    PageView map(
            @PathVariable String module,
            @PathVariable String indicator,
            @RequestParam Map<String, String> asked,
            Reader reader) {
        var choice = choices.of(module, indicator, asked);
        var answers = readings.whole(choice);
        var shades = Shades.of(choice.indicator(), answers);
        return new PageView(
                "indicator/map",
                new MapPage(
                        head(choice, "map"),
                        ShownRanks.of(Ranking.of(choice.indicator(), answers), reader.units(), Map.of()),
                        drawn(choice, answers, shades)));
    }

    @GetMapping("/figures/{module}/{indicator}/ranking")
    @Requires(Access.PUBLIC)
    PageView ranking(
            @PathVariable String module,
            @PathVariable String indicator,
            @RequestParam Map<String, String> asked,
            Reader reader) {
        var choice = choices.of(module, indicator, asked);
        var ranking = Ranking.of(choice.indicator(), readings.whole(choice));
        return new PageView(
                "indicator/ranking",
                new RankingPage(head(choice, "ranking"), ShownRanks.of(ranking, reader.units(), asked)));
    }

    private FigureHead head(FigureChoice choice, String view) {
        return new FigureHead(
                choice,
                view,
                catalogue.versions(choice.indicator().code()),
                choices.breakdown(choice.indicator()),
                units.path(
                        choice.unit().id(),
                        choice.unit().livesOn(choice.today())
                                ? choice.today()
                                : choice.unit().validFrom()),
                units.children(units.city(choice.today()).id(), choice.today()));
    }

    private List<Indicator> parts(Indicator indicator) {
        return indicator.partCodes().stream().map(catalogue::get).toList();
    }

    /** On the map every unit of a group has the group's number. */
    private Function<Screen, PlaceMap> drawn(FigureChoice choice, List<Answer> answers, Shades shades) {
        var shown = new java.util.LinkedHashMap<Unit, Answer>();
        for (var answer : answers) {
            var ground = choice.basis() == Basis.GROUP ? answer.ground() : List.of(answer.unit());
            ground.stream().filter(unit -> unit.tier() == Tier.COMMUNE).forEach(unit -> shown.put(unit, answer));
        }
        return screen -> maps.draw(
                screen.say(
                        "indicator.map.label",
                        choice.indicator().words().name(screen.english()),
                        screen.shortDay(choice.days().first()),
                        screen.shortDay(choice.days().last())),
                shown.keySet(),
                unit -> {
                    var answer = shown.get(unit);
                    var point = answer == null ? null : answer.points().getFirst();
                    return new UnitMaps.Look(
                            point == null || !point.told()
                                    ? screen.say("indicator.map.none", Words.unit(unit, screen))
                                    : screen.say(
                                            "indicator.map.value",
                                            Words.unit(unit, screen),
                                            Words.value(point, choice.indicator(), screen)),
                            choice.about(unit).address("series"),
                            point == null ? Shades.NONE : shades.colour(point));
                },
                shades.legend(choice.indicator(), screen));
    }
}
