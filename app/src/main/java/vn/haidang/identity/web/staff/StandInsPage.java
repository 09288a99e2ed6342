package vn.haidang.identity.web.staff;

import java.util.List;
import vn.haidang.identity.Substitutes.Substitution;
import vn.haidang.ui.Slice;

/** Who stands in for whom, today or later. */
public record StandInsPage(Slice<Substitution> lines, List<Words> names, boolean done) {

    /** How the role and the unit of a line are called. */
    public record Words(String role, String unit) {}
}
