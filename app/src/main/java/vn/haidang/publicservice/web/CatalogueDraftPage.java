package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.publicservice.VersionLine;
import vn.haidang.ui.FieldError;

/**
 * A service being written.
 *
 * @param day from which it is to hold, as typed
 * @param done what was just done, empty for nothing
 */
public record CatalogueDraftPage(
        ServiceDraft draft,
        List<VersionLine> versions,
        boolean drafted,
        TypedDay day,
        String done,
        List<FieldError> errors) {

    /** A day as it was typed. */
    public record TypedDay(String day, String month, String year) {}

    /** The field where a missing part is written. */
    static String field(Part part) {
        return switch (part) {
            case NAME -> "name";
            case SEQUENCE -> "steps";
            case MODE -> "channel";
            case COMPONENTS -> "items";
            case TIME_LIMIT -> "duration";
            case SUBJECTS -> "audience";
            case AGENCY -> "agency";
        };
    }
}
