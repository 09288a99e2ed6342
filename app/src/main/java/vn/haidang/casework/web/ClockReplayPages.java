package vn.haidang.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.internal.ClockDesk;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Shows when a case was due as of any day, why, and who had stopped its clock. */
@Controller
class ClockReplayPages {

    private final ClockDesk clocks;
    private final CaseSubjects subjects;
    private final Clock clock;

    ClockReplayPages(ClockDesk clocks, CaseSubjects subjects, Clock clock) {
        this.clocks = clocks;
        this.subjects = subjects;
        this.clock = clock;
    }

    @GetMapping("/desk/cases/{id}/clock/as-of")
    @Requires("casework/read-case")
    PageView show(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(name = "on-day", defaultValue = "") String day,
            @RequestParam(name = "on-month", defaultValue = "") String month,
            @RequestParam(name = "on-year", defaultValue = "") String year) {
        LocalDate today = LocalDate.now(clock);
        TypedDay typed = TypedDay.of(day, month, year);
        Optional<LocalDate> asked = typed.date().filter(each -> !each.isAfter(today));
        boolean wrong = !typed.isEmpty() && asked.isEmpty();
        LocalDate shown = asked.orElse(today);
        ClockDesk.View view = clocks.asOf(new CaseId(id), shown, reader);
        PageView page = new PageView(
                "casework/clockReplay",
                new ClockReplayPage(
                        view,
                        subjects.titled(view.summary().title()),
                        wrong ? typed : TypedDay.of(shown),
                        today,
                        wrong ? List.of(FieldError.of("on", "casework.replay.day.error")) : List.of()));
        if (wrong) {
            page.setStatus(HttpStatusCode.valueOf(422));
        }
        return page;
    }
}
