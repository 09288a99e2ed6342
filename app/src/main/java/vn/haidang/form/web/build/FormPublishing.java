package vn.haidang.form.web.build;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.form.internal.build.FormDraft;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.identity.Reader;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Puts a form in force: first what that would do, then doing it, only while it still would. */
@Controller
class FormPublishing {

    private static final String PUBLISH = FormDesk.PATH + "/{code}/draft/publish";

    private final FormDrafts drafts;

    FormPublishing(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping(PUBLISH)
    @Requires(FormDesk.ACTION)
    PageView before(@PathVariable String code, HttpServletRequest request) {
        try {
            return view(code, drafts.propose(code, request), false);
        } catch (ProblemException refused) {
            return wrong(code, refused);
        }
    }

    @PostMapping(PUBLISH)
    @Requires(FormDesk.ACTION)
    ModelAndView publish(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            Reader reader) {
        Optional<FormDrafts.Proposal> other;
        try {
            other = drafts.publish(code, token, reader, request);
        } catch (ProblemException refused) {
            return wrong(code, refused);
        }
        return other.<ModelAndView>map(changed -> {
                    PageView view = view(code, changed, true);
                    view.setStatus(HttpStatus.CONFLICT);
                    return view;
                })
                .orElseGet(() -> FormDesk.to(FormDesk.PATH + "/" + code, "published"));
    }

    /** What is wrong with the draft, named; any other problem stays what it is. */
    private PageView wrong(String code, ProblemException refused) {
        if (!refused.problem().code().equals(FormDrafts.REFUSED)) {
            throw refused;
        }
        FormDraft draft = drafts.get(code).draft();
        PageView view = new PageView(
                "form/build/publishRefused", new RefusedDraftPage(code, Faults.all(drafts.tried(draft), draft)));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private static PageView view(String code, FormDrafts.Proposal proposal, boolean meanwhile) {
        return new PageView("form/build/publish", new FormPublishPage(code, proposal, meanwhile));
    }
}
