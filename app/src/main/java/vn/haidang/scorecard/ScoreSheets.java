package vn.haidang.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Reported;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.scorecard.Amount.Term;
import vn.haidang.scorecard.Score.Line;
import vn.haidang.scorecard.ScoreSheet.Item;
import vn.haidang.scorecard.ScoreSheet.Share;
import vn.haidang.scorecard.internal.Scoring;
import vn.haidang.scorecard.internal.SheetRows;
import vn.haidang.ui.Problem;

/** Scores units by sheets, from what is measured: on the units as they were. */
@Component
public class ScoreSheets {

    /** The score of a unit. */
    public record UnitScore(Unit unit, Score score) {}

    /**
     * A score, and those of the units below, by name.
     *
     * @param others the lines of the whole as the rules of other days would have them
     */
    public record Scores(Score whole, List<Line> others, List<UnitScore> below) {

        public Scores {
            others = List.copyOf(others);
            below = List.copyOf(below);
        }
    }

    private record Read(Unit unit, boolean anyFact, Score score) {}

    private record Asked(
            UnitId unit, MeasureCode measure, @Nullable String member, DayRange days) {}

    private final SheetRows rows;
    private final Indicators indicators;
    private final Units units;

    public ScoreSheets(SheetRows rows, Indicators indicators, Units units) {
        this.rows = rows;
        this.indicators = indicators;
        this.units = units;
    }

    /**
     * A sheet with the rules that hold at the end of a period.
     *
     * @throws vn.haidang.ui.ProblemException {@code scorecard/no-such-sheet}
     */
    public ScoreSheet get(String code, Reported reported) {
        return rows.find(code, reported.days().last())
                .orElseThrow(
                        () -> Problem.of("scorecard/no-such-sheet", 404, code).exception());
    }

    /** The score of the unit. */
    public Score score(ScoreSheet sheet, Reported reported) {
        return read(sheet.items(), reported, List.of(reported.unit()))
                .getFirst()
                .score();
    }

    /** The score of the unit, and those of the units under it that lived in the period and of which anything is counted: one snapshot. */
    public Scores scores(ScoreSheet sheet, Reported reported) {
        List<Unit> scored = new ArrayList<>();
        scored.add(reported.unit());
        sheet.items().stream()
                .flatMap(item -> item.share() == null ? Stream.empty() : Stream.of(item.share()))
                .flatMap(share -> share.denominator().terms().stream())
                .findFirst()
                .map(term -> new Question(
                        "below", term.measure(), scope(reported.unit().id()), reported.days(), null))
                .ifPresent(question -> indicators.children(question).forEach(child -> scored.add(units.get(child))));
        List<Read> read = read(sheet.items(), reported, scored);
        return new Scores(
                read.getFirst().score(),
                read(sheet.others(), reported, List.of(reported.unit()))
                        .getFirst()
                        .score()
                        .lines(),
                read.subList(1, read.size()).stream()
                        .filter(Read::anyFact)
                        .map(each -> new UnitScore(each.unit(), each.score()))
                        .toList());
    }

    private List<Read> read(List<Item> items, Reported reported, List<Unit> scored) {
        Map<Asked, Set<String>> wanted = new LinkedHashMap<>();
        DayRange before = yearBefore(reported.days().first());
        for (Unit unit : scored) {
            for (Item item : items) {
                for (Share share : shares(item)) {
                    ask(wanted, unit, share.numerator(), reported.days());
                    ask(wanted, unit, share.denominator(), reported.days());
                    if (item.ofNothing() == ScoreSheet.OfNothing.PREVIOUS_YEAR) {
                        ask(wanted, unit, share.denominator(), before);
                    }
                }
            }
        }
        Map<Asked, Figure> figures = new LinkedHashMap<>();
        Set<UnitId> counted = new HashSet<>();
        List<Figure> answers = indicators.read(wanted.entrySet().stream()
                .map(each -> question(each.getKey(), each.getValue(), reported))
                .toList());
        int number = 0;
        for (Asked asked : wanted.keySet()) {
            Figure figure = answers.get(number++);
            figures.put(asked, figure);
            if (figure.anyFact() && asked.days().equals(reported.days())) {
                counted.add(asked.unit());
            }
        }
        int perYear = reported.kind().perYear();
        return scored.stream()
                .map(unit -> new Read(
                        unit,
                        counted.contains(unit.id()),
                        Scoring.of(
                                items,
                                unit.tier(),
                                perYear,
                                item -> counted(item, unit, reported.days(), before, figures))))
                .toList();
    }

    private static Question question(Asked asked, Set<String> components, Reported reported) {
        return new Question(
                "score",
                asked.measure(),
                scope(asked.unit()),
                asked.days(),
                reported.knownOn(),
                asked.member(),
                components);
    }

    private static void ask(Map<Asked, Set<String>> wanted, Unit unit, Amount amount, DayRange days) {
        for (Term term : amount.terms()) {
            wanted.computeIfAbsent(new Asked(unit.id(), term.measure(), term.member(), days), asked -> new HashSet<>())
                    .add(term.component());
        }
    }

    private static Scoring.Counted counted(
            Item item, Unit unit, DayRange days, DayRange before, Map<Asked, Figure> figures) {
        Scoring.Counted counted = null;
        for (Share share : shares(item).reversed()) {
            Scoring.Counted then =
                    new Scoring.Counted(List.of(), parts(share.denominator(), unit, before, figures), 0, null);
            counted = new Scoring.Counted(
                    parts(share.numerator(), unit, days, figures),
                    parts(share.denominator(), unit, days, figures),
                    then.denominator(),
                    counted);
        }
        return counted == null ? new Scoring.Counted(List.of(), List.of(), 0, null) : counted;
    }

    /** By the one rule and by the other, where there is one. */
    private static List<Share> shares(Item item) {
        return Stream.of(Optional.ofNullable(item.share()), Optional.ofNullable(item.otherwise()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Score.Part> parts(Amount amount, Unit unit, DayRange days, Map<Asked, Figure> figures) {
        List<Score.Part> parts = new ArrayList<>();
        for (Term term : amount.terms()) {
            Figure figure = figures.get(new Asked(unit.id(), term.measure(), term.member(), days));
            parts.add(new Score.Part(term, figure == null ? 0 : figure.component(term.component())));
        }
        return parts;
    }

    private static DayRange yearBefore(LocalDate day) {
        int year = day.getYear() - 1;
        return new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static UnitScope scope(UnitId unit) {
        return new UnitScope(unit, null, Tree.AS_IT_WAS);
    }
}
