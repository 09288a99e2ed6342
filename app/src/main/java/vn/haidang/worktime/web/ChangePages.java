package vn.haidang.worktime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.worktime.internal.CalendarDesk;
import vn.haidang.worktime.internal.CalendarEdit;

/** Saves a change that was shown with what it moves. */
@Controller
class ChangePages {

    private final CalendarDesk desk;
    private final ChangeView changes;

    ChangePages(CalendarDesk desk, ChangeView changes) {
        this.desk = desk;
        this.changes = changes;
    }

    @PostMapping(CalendarPages.PATH + "/save")
    @Requires(CalendarMenu.ACTION)
    ModelAndView save(
            Actor by,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String edits,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String promises) {
        List<CalendarEdit> shown = changes.read(edits);
        boolean decided = promises.equals("move") || promises.equals("stay");
        if (!decided) {
            CalendarDesk.Proposal proposal = desk.propose(shown, request);
            if (proposal.foreseen().moved() > 0 && !proposal.nothing()) {
                return refused(
                        changes.of(proposal, false, List.of(FieldError.of("promises", "worktime.error.promises"))),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        Optional<CalendarDesk.Proposal> other = desk.save(shown, token, promises.equals("move"), by, request);
        return other.<ModelAndView>map(proposal -> refused(changes.of(proposal, true, List.of()), HttpStatus.CONFLICT))
                .orElseGet(() -> new ModelAndView("redirect:" + ChangeView.back(shown) + "&done=1"));
    }

    private static PageView refused(PageView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
