package vn.haidang.indicator.web;

import java.util.List;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.worktime.ReportingPeriod;

/** Units by periods. */
public record TablePage(FigureHead head, List<Answer> answers) {

    public TablePage {
        answers = List.copyOf(answers);
    }

    public List<ReportingPeriod> periods() {
        return answers.getFirst().points().stream().map(point -> point.period()).toList();
    }
}
