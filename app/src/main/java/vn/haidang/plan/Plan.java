package vn.haidang.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.plan.internal.PlanRows;
import vn.haidang.plan.internal.Standings;

/** The plan as it stands now: every indicator, every target of every document, held against what is measured or published. */
@Component
public class Plan {

    private final Standings standings;
    private final PlanRows rows;

    Plan(Standings standings, PlanRows rows) {
        this.standings = standings;
        this.rows = rows;
    }

    /** All indicators in the order of the plan with what they were a month ago, their figures from one snapshot. */
    public List<Progress> progress() {
        return standings.compared();
    }

    /** The indicators that are measured from the work. */
    public List<Progress> measured() {
        return standings.of(indicator -> indicator.measure() != null);
    }

    public Optional<Progress> progress(String indicator) {
        return standings.of(each -> each.key().equals(indicator)).stream().findFirst();
    }

    /** By day of issue; those of an unknown day last. */
    public List<PlanDocument> documents() {
        return rows.documents();
    }
}
