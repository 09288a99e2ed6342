package vn.haidang.identity.web.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.staff.StandInDesk;
import vn.haidang.ui.Foreseen;

/**
 * A change of who stands in for whom, before it is saved.
 *
 * @param unchanged how many lines are so already
 * @param json the lines, to come back unchanged
 * @param meanwhile whether what was shown first is not so any more
 */
public record StandInChangePage(
        List<Line> lines,
        int unchanged,
        Foreseen foreseen,
        String json,
        String token,
        boolean nothing,
        boolean meanwhile) {

    /** One thing that will be so; {@code kind} is begins, until or taken-back. */
    public record Line(
            String kind,
            String principal,
            String substitute,
            String role,
            String unit,
            LocalDate from,
            LocalDate last) {}

    static StandInChangePage of(
            StandInDesk.Proposal proposal, String json, boolean meanwhile, StaffWords words, Locale locale) {
        return new StandInChangePage(
                proposal.lines().stream()
                        .map(line -> new Line(
                                kind(line),
                                line.principal(),
                                line.substitute(),
                                words.role(new Role(line.row().role()), locale),
                                words.unitOfKey(line.row().unit(), locale),
                                line.row().from(),
                                line.row().until().minusDays(1)))
                        .toList(),
                proposal.rows().size() - proposal.lines().size(),
                proposal.foreseen(),
                json,
                proposal.token(),
                proposal.nothing(),
                meanwhile);
    }

    private static String kind(StandInDesk.Line line) {
        if (line.begins()) {
            return "begins";
        }
        return line.row().until().isAfter(line.row().from()) ? "until" : "taken-back";
    }
}
