package vn.haidang.document.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.document.internal.Placements;
import vn.haidang.document.internal.signing.Placement;
import vn.haidang.ui.FieldError;

/**
 * Where signature and seal stand.
 *
 * @param set when an administrator set it last; null while the shipped one counts
 * @param source where it was had from then, empty for the shipped one
 */
public record PlacementPage(Typed typed, @Nullable Instant set, String source, boolean done, List<FieldError> errors) {

    private static final int MOST_DIGITS = 3;

    /** As typed: millimetres, and hundredths of the signature that the seal covers. */
    public record Typed(String width, String height, String seal, String covered, String source) {

        List<FieldError> errors() {
            List<FieldError> errors = new ArrayList<>();
            check(errors, "width", width, 20, 100);
            check(errors, "height", height, 8, 60);
            check(errors, "seal", seal, 20, 60);
            check(errors, "covered", covered, 0, 100);
            if (source.isBlank()) {
                errors.add(FieldError.of("source", "document.placement.source.missing"));
            }
            return errors;
        }

        /** Only where there are no errors. */
        Placement placement() {
            return new Placement(
                    Integer.parseInt(width),
                    Integer.parseInt(height),
                    Integer.parseInt(seal),
                    Integer.parseInt(covered));
        }

        private static void check(List<FieldError> errors, String field, String value, int least, int most) {
            boolean number = value.length() <= MOST_DIGITS && value.matches("[0-9]+");
            if (!number || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                errors.add(FieldError.of(field, "document.placement.between", least, most));
            }
        }
    }

    static PlacementPage of(Placements placements, boolean done, List<FieldError> errors) {
        var last = placements.last().orElse(null);
        Placement shown = last == null ? Placement.SHIPPED : last.placement();
        var typed = new Typed(
                Integer.toString(shown.leaderWidth()),
                Integer.toString(shown.leaderHeight()),
                Integer.toString(shown.sealWidth()),
                Integer.toString(shown.covered()),
                "");
        return new PlacementPage(
                typed, last == null ? null : last.at(), last == null ? "" : last.source(), done, errors);
    }

    static PlacementPage again(Placements placements, Typed typed, List<FieldError> errors) {
        PlacementPage now = of(placements, false, errors);
        return new PlacementPage(typed, now.set(), now.source(), false, errors);
    }
}
