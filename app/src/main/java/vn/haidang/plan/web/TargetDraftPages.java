package vn.haidang.plan.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.plan.internal.PlanRows;
import vn.haidang.plan.internal.TargetDesk;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The draft of targets: which judgements it would change, and publishing it while that is still so. */
@Controller
class TargetDraftPages {

    private final PlanRows plan;
    private final TargetDesk desk;

    TargetDraftPages(PlanRows plan, TargetDesk desk) {
        this.plan = plan;
        this.desk = desk;
    }

    @GetMapping(TargetAdministration.PATH + "/draft")
    @Requires(TargetAdministration.ACTION)
    PageView draft() {
        return page(false);
    }

    @PostMapping(TargetAdministration.PATH + "/draft/publish")
    @Requires(TargetAdministration.ACTION)
    ModelAndView publish(@RequestParam(defaultValue = "") String token, Actor by) {
        if (desk.publish(token, by)) {
            return new ModelAndView("redirect:" + TargetAdministration.PATH + "?done=1");
        }
        var page = page(true);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    @PostMapping(TargetAdministration.PATH + "/draft/drop")
    @Requires(TargetAdministration.ACTION)
    ModelAndView drop(@RequestParam Map<String, String> fields, Actor by) {
        TargetPages.key(fields).ifPresent(key -> desk.drop(key, by));
        return new ModelAndView("redirect:" + TargetAdministration.PATH + "/draft");
    }

    @PostMapping(TargetAdministration.PATH + "/draft/discard")
    @Requires(TargetAdministration.ACTION)
    ModelAndView discard(Actor by) {
        desk.discard(by);
        return new ModelAndView("redirect:" + TargetAdministration.PATH);
    }

    private PageView page(boolean meanwhile) {
        return new PageView(
                "plan/targetDraft", new DraftPage(desk.draft(), plan.documents(), plan.indicators(), meanwhile));
    }
}
