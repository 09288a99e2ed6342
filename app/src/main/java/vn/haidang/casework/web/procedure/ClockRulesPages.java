package vn.haidang.casework.web.procedure;

import java.time.Clock;
import java.time.DateTimeException;
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
import vn.haidang.casework.internal.ClockTimes;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** What an authority has set for the clock, each with its source, and new values from a day to come on. */
@Controller
class ClockRulesPages {

    static final String PATH = "/admin/clock-rules";

    private final ClockTimes times;
    private final ClockRuleDesk desk;
    private final Clock clock;

    ClockRulesPages(ClockTimes times, ClockRuleDesk desk, Clock clock) {
        this.times = times;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(ProcedureAdministration.ACTION)
    PageView list(@RequestParam(defaultValue = "") String done) {
        return new PageView("casework/procedure/clockRules", ClockRulesPage.of(times, LocalDate.now(clock), done));
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
        Optional<ClockRuleDesk.Declared> declared = form.read(times.kind(form.rule()), errors);
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

    /** Shows what would be taken back; takes nothing. What is set no more may have been taken back by somebody else: the list says so. */
    @GetMapping(PATH + "/withdraw")
    @Requires(ProcedureAdministration.ACTION)
    ModelAndView askWhy(@RequestParam(defaultValue = "") String rule, @RequestParam(defaultValue = "") String from) {
        LocalDate day = day(rule, from);
        return desk.stands(rule, day)
                ? withdrawPage(desk.waiting(rule, day), "", false, List.of())
                : new ModelAndView("redirect:" + PATH + "?done=gone");
    }

    @PostMapping(PATH + "/withdraw")
    @Requires(ProcedureAdministration.ACTION)
    ModelAndView withdraw(
            Reader reader,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen) {
        LocalDate day = day(rule, from);
        String why = ClockRuleForm.tidy(reason);
        Optional<FieldError> wrong = ClockRuleForm.wrongReason(why);
        if (wrong.isPresent()) {
            return refused(
                    withdrawPage(desk.waiting(rule, day), why, false, List.of(wrong.get())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return desk.withdraw(rule, day, why, seen, reader)
                .<ModelAndView>map(waiting -> refused(withdrawPage(waiting, why, true, List.of()), HttpStatus.CONFLICT))
                .orElseGet(() -> new ModelAndView("redirect:" + PATH + "?done=withdrawn"));
    }

    private PageView withdrawPage(
            ClockRuleDesk.Waiting waiting, String reason, boolean meanwhile, List<FieldError> errors) {
        return new PageView(
                "casework/procedure/clockRuleWithdraw",
                new ClockRuleWithdrawPage(waiting, times.key(waiting.kept().rule()), reason, meanwhile, errors));
    }

    private static LocalDate day(String rule, String from) {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException none) {
            throw Problem.of("casework/no-such-clock-rule", 404, rule).exception();
        }
    }

    private Optional<ClockRuleDesk.Declared> read(ClockRuleForm form, List<FieldError> errors) {
        Optional<ClockRuleDesk.Declared> declared = form.read(times.kind(form.rule()), errors);
        declared.flatMap(value -> desk.refusal(value.rule(), value.from()))
                .ifPresent(problem -> errors.add(FieldError.of("from", problem)));
        return declared.filter(value -> errors.isEmpty());
    }

    private PageView form(ClockRuleForm form, List<ClockRules.Kept> set, List<FieldError> errors) {
        return new PageView(
                "casework/procedure/clockRule",
                new ClockRuleFormPage(
                        form,
                        times.key(form.rule()),
                        times.kind(form.rule()),
                        set,
                        desk.earliest(),
                        !form.seen().isEmpty() && !ClockRuleDesk.token(set).equals(form.seen()),
                        errors));
    }

    private PageView checkPage(ClockRuleForm form, ClockRuleDesk.Proposal proposal, boolean meanwhile) {
        return new PageView(
                "casework/procedure/clockRuleCheck",
                new ClockRuleCheckPage(form, times.key(form.rule()), times.kind(form.rule()), proposal, meanwhile));
    }

    private static PageView refused(PageView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
