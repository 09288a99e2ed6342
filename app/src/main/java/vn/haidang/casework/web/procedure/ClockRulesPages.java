package vn.haidang.casework.web.procedure;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** What an authority has set for the clock, each with its source; it is edited in the folder of its reference data. */
@Controller
class ClockRulesPages {

    static final String PATH = "/admin/clock-rules";

    private final ClockRules rules;
    private final Clock clock;

    ClockRulesPages(ClockRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(ProcedureAdministration.ACTION)
    PageView list() {
        return new PageView("casework/procedure/clockRules", ClockRulesPage.of(rules.all(), LocalDate.now(clock)));
    }
}
