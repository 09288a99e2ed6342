package vn.haidang.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.internal.Apologies;
import vn.haidang.casework.internal.ApologiesDue;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** Heads tell applicants in time that their office will be late; the letter is drafted by itself. */
@Controller
class ApologyPages {

    private static final String LIST = "/desk/apologies";
    private static final Map<String, String> FIELDS = Map.of(
            "casework/reason-missing", "reason",
            "casework/field-malformed", "reason",
            "casework/new-day-too-early", "new",
            "casework/new-day-closed", "new");

    private final ApologiesDue due;
    private final Apologies apologies;
    private final ClockActs clocks;
    private final Units units;
    private final CaseSubjects subjects;
    private final Journal journal;

    ApologyPages(
            ApologiesDue due,
            Apologies apologies,
            ClockActs clocks,
            Units units,
            CaseSubjects subjects,
            Journal journal) {
        this.due = due;
        this.apologies = apologies;
        this.clocks = clocks;
        this.units = units;
        this.subjects = subjects;
        this.journal = journal;
    }

    @GetMapping(LIST)
    @Requires(WorkloadPages.ACTION)
    PageView list(Reader reader) {
        List<ApologiesDue.Waiting> waiting = due.of(reader);
        return new PageView(
                "casework/apologies",
                new ApologiesPage(
                        waiting,
                        waiting.stream()
                                .map(ApologiesDue.Waiting::unit)
                                .distinct()
                                .collect(Collectors.toMap(
                                        id -> id,
                                        id -> units.find(id)
                                                .map(UnitWords::name)
                                                .orElse(""))),
                        subjects.titled(waiting.stream().map(ApologiesDue.Waiting::title))));
    }

    @GetMapping("/desk/cases/{id}/apology")
    @Requires("casework/stop-clock")
    PageView draft(Reader reader, @PathVariable UUID id) {
        CaseSummary summary = clocks.look(new CaseId(id), reader);
        journal.read(reader.actor(), "casework/apology", List.of(new Subject("casework/case", id)));
        int most = apologies.cap().map(CaseClock.Cap::times).orElse(0);
        if (summary.status() != CaseStatus.OPEN || apologies.sent(summary.id()).size() >= most) {
            return page(summary, TypedDay.EMPTY, "", List.of());
        }
        Apologies.Draft draft = apologies.draft(summary);
        return page(summary, TypedDay.of(draft.newDay()), draft.reason(), List.of());
    }

    @PostMapping("/desk/cases/{id}/apology")
    @Requires("casework/stop-clock")
    ModelAndView send(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(name = "new-day", defaultValue = "") String day,
            @RequestParam(name = "new-month", defaultValue = "") String month,
            @RequestParam(name = "new-year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String reason) {
        CaseSummary summary = clocks.look(new CaseId(id), reader);
        TypedDay typed = TypedDay.of(day, month, year);
        Optional<LocalDate> newDay = typed.date();
        if (newDay.isEmpty()) {
            return refused(page(summary, typed, reason, List.of(FieldError.of("new", "casework.apology.day.error"))));
        }
        try {
            apologies.send(summary.id(), newDay.get(), reason, reader);
            return new ModelAndView(
                    "redirect:/desk/cases/" + id + (clocks.sees(summary.id(), reader) ? "?done=1" : "/apology"));
        } catch (ProblemException problem) {
            String field = FIELDS.get(problem.problem().code());
            if (field == null) {
                throw problem;
            }
            return refused(page(summary, typed, reason, List.of(FieldError.of(field, problem.problem()))));
        }
    }

    private PageView page(CaseSummary summary, TypedDay newDay, String reason, List<FieldError> errors) {
        return new PageView(
                "casework/apology",
                new ApologyPage(
                        summary,
                        subjects.titled(summary.title()),
                        name(summary.competentUnit()),
                        apologies.sent(summary.id()),
                        apologies.cap().orElse(null),
                        newDay,
                        reason,
                        errors));
    }

    private String name(UnitId unit) {
        return units.find(unit).map(UnitWords::name).orElse("");
    }

    private static PageView refused(PageView page) {
        page.setStatus(HttpStatusCode.valueOf(422));
        return page;
    }

    /** They stand below the workload in the menu of heads. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry caseworkApologiesEntry() {
            return new MenuEntry("casework.menu.apologies", MenuEntry.Menu.DESK, LIST, WorkloadPages.ACTION, 22);
        }
    }
}
