package vn.haidang.plan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.haidang.plan.PlanDocument;
import vn.haidang.plan.Progress;
import vn.haidang.plan.Standing;
import vn.haidang.plan.Standing.Hold;
import vn.haidang.plan.Status;
import vn.haidang.plan.Target.Level;

/**
 * The whole plan: what is measured from the work, what others published, what nobody knows, and the documents.
 *
 * @param change the number of the last change the figures know of
 */
public record PlanPage(LocalDate today, long change, List<Progress> progress, List<PlanDocument> documents) {

    public PlanPage {
        progress = List.copyOf(progress);
        documents = List.copyOf(documents);
    }

    /** One tile per indicator and level that is measured. */
    public List<Tile> measured() {
        return Tile.of(progress);
    }

    /** What somebody must act on, first on the page: the tiles with a red edge, and for each which of its targets are missed. */
    public List<Late> late() {
        List<Late> late = new ArrayList<>();
        for (Progress each : progress) {
            for (Level level : each.levels()) {
                List<Standing> behind =
                        each.main(level).stream().filter(Standing::alarming).toList();
                if (!behind.isEmpty()) {
                    late.add(new Late(new Tile(each, level), behind));
                }
            }
        }
        return late;
    }

    /** With values of others, or none but targets that wait for one. */
    public List<Progress> published() {
        return progress.stream()
                .filter(each ->
                        each.indicator().measure() == null && !each.reported().isEmpty())
                .toList();
    }

    public List<Progress> unknown() {
        return progress.stream()
                .filter(each ->
                        each.indicator().measure() == null && each.reported().isEmpty())
                .toList();
    }

    /** How many targets that hold today stand where. */
    public Map<Status, Integer> counts() {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        progress.stream()
                .flatMap(each -> each.standings().stream())
                .filter(standing -> standing.hold() == Hold.HOLDS)
                .forEach(standing -> counts.merge(standing.status(), 1, Integer::sum));
        return counts;
    }

    public int holding() {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    public List<Status> statuses() {
        return List.of(Status.values());
    }

    /** An indicator at a level with the targets it is behind. */
    public record Late(Tile tile, List<Standing> behind) {

        public Late {
            behind = List.copyOf(behind);
        }
    }

    /** One indicator at one level. */
    public record Tile(Progress progress, Level level) {

        static List<Tile> of(List<Progress> progress) {
            List<Tile> tiles = new ArrayList<>();
            for (Progress each : progress) {
                if (each.indicator().measure() != null) {
                    each.levels().forEach(level -> tiles.add(new Tile(each, level)));
                }
            }
            return tiles;
        }

        public List<Standing> standings() {
            return progress.main(level);
        }

        public boolean alarming() {
            return standings().stream().anyMatch(Standing::alarming);
        }
    }
}
