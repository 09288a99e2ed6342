package vn.haidang.indicator.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.ui.Problem;

/** Joins questions with the measures they are about. */
@Component
public class FigureReader {

    private final Catalogue catalogue;
    private final FigureRows rows;
    private final Clock clock;

    FigureReader(Catalogue catalogue, FigureRows rows, Clock clock) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.clock = clock;
    }

    public List<Figure> read(List<Question> questions) {
        return rows.read(questions.stream().map(this::asked).toList(), LocalDate.now(clock));
    }

    public List<Map<String, Figure>> byMember(List<Question> questions) {
        return rows.byMember(questions.stream().map(this::asked).toList(), LocalDate.now(clock));
    }

    private FigureRows.Asked asked(Question question) {
        return catalogue
                .find(question.measure())
                .map(measure -> new FigureRows.Asked(question, measure))
                .orElseThrow(() -> Problem.of(
                                "indicator/no-such-measure",
                                404,
                                question.measure().value())
                        .exception());
    }
}
