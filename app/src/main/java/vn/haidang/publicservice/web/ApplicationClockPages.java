package vn.haidang.publicservice.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.Cases;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Shows applicants when their result is due as things stand now, why that day, and each time the clock stood still: who, why, on what basis. */
@Controller
class ApplicationClockPages {

    private final Applications applications;
    private final Cases cases;
    private final ReceiverChoice receivers;
    private final Traces traces;
    private final Clock clock;

    ApplicationClockPages(
            Applications applications, Cases cases, ReceiverChoice receivers, Traces traces, Clock clock) {
        this.applications = applications;
        this.cases = cases;
        this.receivers = receivers;
        this.traces = traces;
        this.clock = clock;
    }

    @GetMapping("/my/applications/{id}/clock")
    @Requires(Access.SIGNED_IN)
    ModelAndView show(@PathVariable String id, Reader reader) {
        ApplicationId asked = Ids.application(id);
        Application application = applications.get(asked, reader);
        traces.read(reader, "publicservice/my-application", asked);
        return new PageView(
                "publicservice/applicationClock",
                new ApplicationClockPage(
                        applications.summary(asked, reader),
                        cases.clock(application.caseId(), LocalDate.now(clock)),
                        receivers.name(application.unit())));
    }
}
