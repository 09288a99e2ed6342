package vn.haidang.casework.web.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.internal.ClockRuleDesk;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** What an authority has set for the clock, each with its source, and new values from a day to come on. */
@Controller
class ClockRulesPages {

    static final String PATH = "/admin/clock-rules";

    private final ClockRules rules;
    private final ClockRuleDesk desk;
    private final Clock clock;

    ClockRulesPages(ClockRules rules, ClockRuleDesk desk, Clock clock) {
        this.rules = rules;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(ProcedureAdministration.ACTION)
    PageView list(@RequestParam(defaultValue = "") String done) {
        return new PageView(
                "casework/procedure/clockRules", ClockRulesPage.of(rules.all(), LocalDate.now(clock), !done.isEmpty()));
    }

    @GetMapping(PATH + "/change")
    @Requires(ProcedureAdministration.ACTION)
    PageView ask(@RequestParam(defaultValue = "") String rule) {
        List<ClockRules.Kept> set = desk.set(rule);
        return form(ClockRuleForm.of(rule, set, LocalDate.now(clock)), set, List.of());
    }

    /** Shows what would change; keeps nothing. */
    @PostMapping(PATH + "/change")
    @Requires(ProcedureAdministration.ACTION)
    PageView check(@ModelAttribute ClockRuleForm form) {
        List<ClockRules.Kept> set = desk.set(form.rule());
        List<FieldError> errors = new ArrayList<>();
        Optional<ClockRuleDesk.Declared> declared = read(form, errors);
        if (declared.isEmpty()) {
            return refused(form(form, set, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ClockRuleDesk.Proposal proposal = desk.propose(declared.get());
        return checkPage(form, proposal, !proposal.token().equals(form.seen()));
    }

    @PostMapping(PATH + "/save")
    @Requires(ProcedureAdministration.ACTION)
    ModelAndView save(Reader reader, @ModelAttribute ClockRuleForm form) {
        List<ClockRules.Kept> set = desk.set(form.rule());
        List<FieldError> errors = new ArrayList<>();
        Optional<ClockRuleDesk.Declared> declared = form.read(errors);
        if (declared.isEmpty()) {
            return refused(form(form, set, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return desk.save(declared.get(), form.seen(), reader)
                    .<ModelAndView>map(proposal -> refused(checkPage(form, proposal, true), HttpStatus.CONFLICT))
                    .orElseGet(() -> new ModelAndView("redirect:" + PATH + "?done=1"));
        } catch (ProblemException refusal) {
            return refused(
                    form(form, desk.set(form.rule()), List.of(FieldError.of("from", refusal.problem()))),
                    HttpStatus.valueOf(refusal.problem().status()));
        }
    }

    private Optional<ClockRuleDesk.Declared> read(ClockRuleForm form, List<FieldError> errors) {
        Optional<ClockRuleDesk.Declared> declared = form.read(errors);
        declared.flatMap(value -> desk.refusal(value.rule(), value.from()))
                .ifPresent(problem -> errors.add(FieldError.of("from", problem)));
        return declared.filter(value -> errors.isEmpty());
    }

    private PageView form(ClockRuleForm form, List<ClockRules.Kept> set, List<FieldError> errors) {
        return new PageView(
                "casework/procedure/clockRule",
                new ClockRuleFormPage(
                        form,
                        set,
                        desk.earliest(),
                        !form.seen().isEmpty() && !ClockRuleDesk.token(set).equals(form.seen()),
                        errors));
    }

    private static PageView checkPage(ClockRuleForm form, ClockRuleDesk.Proposal proposal, boolean meanwhile) {
        return new PageView("casework/procedure/clockRuleCheck", new ClockRuleCheckPage(form, proposal, meanwhile));
    }

    private static PageView refused(PageView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
