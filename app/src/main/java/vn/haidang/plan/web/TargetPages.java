package vn.haidang.plan.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.plan.internal.DraftRows;
import vn.haidang.plan.internal.DraftRows.Edit;
import vn.haidang.plan.internal.PlanRows;
import vn.haidang.plan.internal.Standings;
import vn.haidang.plan.internal.TargetDesk;
import vn.haidang.plan.internal.TargetRow;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Administering what documents want: every change goes into a draft first. */
@Controller
class TargetPages {

    private static final String DRAFT = "redirect:" + TargetAdministration.PATH + "/draft";

    private final PlanRows plan;
    private final DraftRows rows;
    private final TargetDesk desk;
    private final Standings standings;

    TargetPages(PlanRows plan, DraftRows rows, TargetDesk desk, Standings standings) {
        this.plan = plan;
        this.rows = rows;
        this.desk = desk;
        this.standings = standings;
    }

    @GetMapping(TargetAdministration.PATH)
    @Requires(TargetAdministration.ACTION)
    PageView targets(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done) {
        return new PageView(
                "plan/targets",
                TargetsPage.of(
                        standings.of(indicator -> true), q, page, rows.draft().size(), done.equals("1")));
    }

    @GetMapping(TargetAdministration.PATH + "/edit")
    @Requires(TargetAdministration.ACTION)
    PageView ask(@RequestParam Map<String, String> fields) {
        var key = key(fields);
        var values = new HashMap<>(fields);
        key.flatMap(rows::find).ifPresent(target -> fill(values, target));
        return form(new TypedTarget(values));
    }

    @PostMapping(TargetAdministration.PATH + "/edit")
    @Requires(TargetAdministration.ACTION)
    ModelAndView set(@RequestParam Map<String, String> fields, Actor by) {
        var typed = new TypedTarget(fields);
        var target = typed.target(plan.documents(), plan.indicators());
        if (target == null) {
            var page = form(typed);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        desk.set(List.of(target), by);
        return new ModelAndView(DRAFT);
    }

    @PostMapping(TargetAdministration.PATH + "/withdraw")
    @Requires(TargetAdministration.ACTION)
    ModelAndView withdraw(@RequestParam Map<String, String> fields, Actor by) {
        key(fields).ifPresent(key -> desk.mark(key, Edit.WITHDRAW, by));
        return new ModelAndView(DRAFT);
    }

    @PostMapping(TargetAdministration.PATH + "/restore")
    @Requires(TargetAdministration.ACTION)
    ModelAndView restore(@RequestParam Map<String, String> fields, Actor by) {
        key(fields).ifPresent(key -> desk.mark(key, Edit.RESTORE, by));
        return new ModelAndView(DRAFT);
    }

    private PageView form(TypedTarget typed) {
        var key = key(Map.of(
                "document", typed.of("document"),
                "indicator", typed.of("indicator"),
                "tier", typed.of("tier"),
                "year", typed.of("year")));
        return new PageView(
                "plan/target",
                new TargetForm(
                        typed,
                        plan.documents(),
                        plan.indicators(),
                        key.flatMap(rows::find).isPresent(),
                        key.flatMap(rows::declared).isPresent()));
    }

    static Optional<TargetRow.Key> key(Map<String, String> fields) {
        var year = fields.getOrDefault("year", "");
        return year.matches("[0-9]{4}")
                ? Optional.of(new TargetRow.Key(
                        fields.getOrDefault("document", ""),
                        fields.getOrDefault("indicator", ""),
                        fields.getOrDefault("tier", ""),
                        Integer.parseInt(year)))
                : Optional.empty();
    }

    private static void fill(Map<String, String> values, TargetRow target) {
        values.put("operator", target.operator());
        var value = target.value();
        values.put("value", value == null ? "" : value.stripTrailingZeros().toPlainString());
        values.put(
                "universe", target.universe() == null ? "" : target.universe().toString());
        values.put("not-comparable", target.notComparable() == null ? "" : target.notComparable());
        values.put("not-comparable-en", target.notComparableEn() == null ? "" : target.notComparableEn());
        values.put("note", target.note() == null ? "" : target.note());
        values.put("source", target.source());
        values.put("confidence", target.confidence());
    }
}
