package vn.haidang.publicservice.web.own;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.identity.RequestReader;
import vn.haidang.publicservice.internal.own.PromisedAnswers;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;
import vn.haidang.worktime.CalendarChange;

/** Tells which days promised to people who asked about their data a change of the calendar would move; not who they are. */
@Component
class MovedAnswers implements Consequence<CalendarChange> {

    private final PromisedAnswers answers;
    private final RequestReader reader;

    MovedAnswers(PromisedAnswers answers, RequestReader reader) {
        this.answers = answers;
        this.reader = reader;
    }

    @Override
    public Class<CalendarChange> change() {
        return CalendarChange.class;
    }

    @Override
    public Outlook outlook(CalendarChange change, HttpServletRequest request) {
        List<PromisedAnswers.Moved> moved = answers.foresee(change);
        return moved.isEmpty()
                ? Outlook.NOTHING
                : new Outlook(
                        moved.size(),
                        Integer.toHexString(moved.hashCode()),
                        new Fragment("publicservice/own/movedAnswers", MovedAnswersPage.of(moved)));
    }

    @Override
    public void settle(CalendarChange change, boolean move, HttpServletRequest request) {
        if (move) {
            answers.move(change, reader.of(request));
        }
    }
}
