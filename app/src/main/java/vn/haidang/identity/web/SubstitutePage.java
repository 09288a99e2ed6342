package vn.haidang.identity.web;

import java.util.List;
import vn.haidang.identity.Substitutes.Substitution;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * Who stands in for whom at the reader's units.
 *
 * @param posts for which the reader may declare somebody
 * @param people who work at these units
 */
public record SubstitutePage(
        List<Line> lines,
        List<Option> posts,
        List<Option> people,
        SubstituteForm form,
        List<FieldError> errors,
        boolean done) {

    /**
     * One declaration in words.
     *
     * @param canEnd whether the reader may end it
     */
    public record Line(Substitution substitution, String role, String unit, boolean canEnd) {}
}
