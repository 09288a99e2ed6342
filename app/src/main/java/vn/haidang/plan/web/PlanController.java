package vn.haidang.plan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.haidang.indicator.Indicators;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.plan.Plan;
import vn.haidang.plan.Progress;
import vn.haidang.plan.ReportedValue;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** The plan and its indicators, open to everybody. */
@Controller
class PlanController {

    private final Plan plan;
    private final Units units;
    private final Indicators indicators;
    private final Clock clock;

    PlanController(Plan plan, Units units, Indicators indicators, Clock clock) {
        this.plan = plan;
        this.units = units;
        this.indicators = indicators;
        this.clock = clock;
    }

    @GetMapping("/plan")
    @Requires(Access.PUBLIC)
    PageView plan() {
        long change = indicators.change();
        return new PageView("plan/plan", new PlanPage(LocalDate.now(clock), change, plan.progress(), plan.documents()));
    }

    @GetMapping("/plan/{indicator}")
    @Requires(Access.PUBLIC)
    PageView indicator(@PathVariable String indicator) {
        Progress progress = plan.progress(indicator)
                .orElseThrow(() -> Problem.of("plan/no-such-indicator", 404).exception());
        Map<String, Unit> named = progress.reported().stream()
                .map(ReportedValue::unitKey)
                .distinct()
                .map(units::byKey)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Unit::key, Function.identity()));
        return new PageView("plan/indicator", new IndicatorPage(LocalDate.now(clock), progress, named));
    }
}
