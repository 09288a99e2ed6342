package vn.haidang.plan.web;

import java.time.LocalDate;
import java.util.List;

/** What the front page shows of the plan. */
public record FrontPanelPage(LocalDate today, List<PlanPage.Tile> tiles) {
    public FrontPanelPage {
        tiles = List.copyOf(tiles);
    }
}
