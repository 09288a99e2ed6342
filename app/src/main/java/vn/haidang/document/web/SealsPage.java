package vn.haidang.document.web;

import java.util.List;
import java.util.Map;
import vn.haidang.document.internal.Seals;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * Seals that organisations gave a picture of, and another one.
 *
 * @param names of the units of {@code seals}
 * @param units that may have one
 * @param done {@code set}, {@code ended} or empty
 */
public record SealsPage(
        List<Seals.Line> seals,
        Map<UnitId, String> names,
        List<Option> units,
        Typed typed,
        String done,
        List<FieldError> errors) {

    /** What was typed; a browser never gives a file again. */
    public record Typed(String unit, String width, String source) {

        static final Typed NOTHING = new Typed("", "", "");
    }
}
