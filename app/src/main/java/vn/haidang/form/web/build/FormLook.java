package vn.haidang.form.web.build;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.QuestionView;
import vn.haidang.form.internal.Trial;
import vn.haidang.form.internal.build.FormDraft;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.ui.Frames;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Shows a page of a form while it is written, in a frame beside it: as saved, or as typed at this moment. Saves nothing. */
@Controller
class FormLook {

    private static final String PAGE = FormDesk.PATH + "/{code}/draft/{page}";

    private final FormDrafts drafts;
    private final QuestionView questions;
    private final Clock clock;

    FormLook(FormDrafts drafts, QuestionView questions, Clock clock) {
        this.drafts = drafts;
        this.questions = questions;
        this.clock = clock;
    }

    @GetMapping(PAGE + "/look")
    @Requires(FormDesk.ACTION)
    PageView saved(@PathVariable String code, @PathVariable int page, HttpServletResponse response, Reader reader) {
        return look(drafts.get(code).draft(), page, response, reader);
    }

    @PostMapping(PAGE + "/look")
    @Requires(FormDesk.ACTION)
    PageView page(
            @PathVariable String code,
            @PathVariable int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Reader reader) {
        Map<String, String> says = Binder.says(Binder.PAGE, request);
        return look(drafts.get(code).draft().sayingOfPage(page, says), page, response, reader);
    }

    @PostMapping(PAGE + "/{field}/look")
    @Requires(FormDesk.ACTION)
    PageView question(
            @PathVariable String code,
            @PathVariable int page,
            @PathVariable int field,
            HttpServletRequest request,
            HttpServletResponse response,
            Reader reader) {
        Map<String, String> says = Binder.says(Binder.FIELD, request);
        return look(drafts.get(code).draft().sayingOfField(page, field, says), page, response, reader);
    }

    private PageView look(FormDraft draft, int page, HttpServletResponse response, Reader reader) {
        FormDraft.PageDraft on = draft.page(page)
                .orElseThrow(() -> Problem.of("form/no-such-page", 404).exception());
        int index = draft.pages().indexOf(on);
        Trial trial = drafts.tried(draft);
        Frames.stand(response);
        List<OutlinePage.Fault> faults = Faults.on(index, trial, draft);
        FormDefinition form = trial.form();
        String asked = on.of("page") + (on.repeats() ? "-1" : "");
        if (form == null || form.page(asked).isEmpty()) {
            return new PageView("form/build/look", new LookPage(null, faults));
        }
        AccountId account = requireNonNull(reader.account());
        Instant now = clock.instant();
        Draft shown = new Draft(
                DraftId.next(clock), "look", form, Set.of(), account, PartyId.of(account), Map.of(), now, now, null);
        return new PageView("form/build/look", new LookPage(questions.question(shown, asked, List.of()), faults));
    }
}
