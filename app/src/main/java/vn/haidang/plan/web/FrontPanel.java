package vn.haidang.plan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.plan.Plan;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Panel;

/** The plan on the front page: what is measured from the work. */
@Component
class FrontPanel implements Panel {

    private static final int BELOW_SERVICES = 30;

    private final Plan plan;
    private final Clock clock;

    FrontPanel(Plan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.FRONT;
    }

    @Override
    public int order() {
        return BELOW_SERVICES;
    }

    @Override
    public Optional<Fragment> draw(HttpServletRequest request) {
        var tiles = PlanPage.Tile.of(plan.measured());
        return tiles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fragment("plan/frontPanel", new FrontPanelPage(LocalDate.now(clock), tiles)));
    }
}
