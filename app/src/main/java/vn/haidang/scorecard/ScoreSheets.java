package vn.haidang.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.haidang.scorecard.ScoreSheet.Item;
import vn.haidang.scorecard.ScoreSheet.Share;
import vn.haidang.scorecard.internal.Scoring;
import vn.haidang.scorecard.internal.SheetRows;
import vn.haidang.ui.Problem;

/** Scores units by sheets, from what is measured: on the units as they were. */
@Component
public class ScoreSheets {

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
        return scores(sheet, reported, List.of(reported.unit()))
                .values()
                .iterator()
                .next();
    }

    /** The scores of the units under it that lived in the period and of which anything is counted, all from one snapshot. */
    public Map<Unit, Score> below(ScoreSheet sheet, Reported reported) {
        Set<MeasureCode> measures = sheet.items().stream()
                .flatMap(item -> item.share() == null ? Stream.empty() : Stream.of(item.share()))
                .flatMap(share -> share.denominator().terms().stream())
                .map(Term::measure)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Unit> children = new ArrayList<>();
        for (MeasureCode measure : measures) {
            Question question =
                    new Question("below", measure, scope(reported.unit().id()), reported.days(), null);
            indicators.byChild(question).forEach((child, figure) -> {
                Unit unit = units.get(child);
                if (figure.anyFact() && !children.contains(unit)) {
                    children.add(unit);
                }
            });
        }
        return scores(sheet, reported, children);
    }

    private Map<Unit, Score> scores(ScoreSheet sheet, Reported reported, List<Unit> scored) {
        Map<Asked, Question> questions = new LinkedHashMap<>();
        DayRange before = yearBefore(reported.days().first());
        for (Unit unit : scored) {
            for (Item item : sheet.items()) {
                Share share = item.share();
                if (share != null) {
                    ask(questions, unit, share.numerator(), reported.days());
                    ask(questions, unit, share.denominator(), reported.days());
                    if (item.ofNothing() == ScoreSheet.OfNothing.PREVIOUS_YEAR) {
                        ask(questions, unit, share.denominator(), before);
                    }
                }
            }
        }
        Map<Asked, Figure> figures = new LinkedHashMap<>();
        List<Figure> read = indicators.read(List.copyOf(questions.values()));
        int number = 0;
        for (Asked asked : questions.keySet()) {
            figures.put(asked, read.get(number++));
        }
        Map<Unit, Score> scores = new LinkedHashMap<>();
        int perYear = reported.kind().perYear();
        scored.forEach(unit -> scores.put(
                unit,
                Scoring.of(
                        sheet.items(),
                        unit.tier(),
                        perYear,
                        item -> counted(item, unit, reported.days(), before, figures))));
        return scores;
    }

    private static void ask(Map<Asked, Question> questions, Unit unit, Amount amount, DayRange days) {
        for (Term term : amount.terms()) {
            Asked asked = new Asked(unit.id(), term.measure(), term.member(), days);
            questions.putIfAbsent(
                    asked, new Question("score", term.measure(), scope(unit.id()), days, null, term.member()));
        }
    }

    private static Scoring.Counted counted(
            Item item, Unit unit, DayRange days, DayRange before, Map<Asked, Figure> figures) {
        Share share = item.share();
        if (share == null) {
            return new Scoring.Counted(List.of(), List.of(), 0);
        }
        Scoring.Counted then = new Scoring.Counted(List.of(), parts(share.denominator(), unit, before, figures), 0);
        return new Scoring.Counted(
                parts(share.numerator(), unit, days, figures),
                parts(share.denominator(), unit, days, figures),
                then.denominator());
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
