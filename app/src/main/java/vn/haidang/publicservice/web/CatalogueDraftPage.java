package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.publicservice.VersionLine;
import vn.haidang.publicservice.WayDraft;
import vn.haidang.ui.FieldError;

/**
 * A service being written.
 *
 * @param changes what it would change for the ways to hand it in
 * @param day from which it is to hold, as typed
 * @param done what was just done, empty for nothing
 */
public record CatalogueDraftPage(
        ServiceDraft draft,
        List<VersionLine> versions,
        List<WayChange> changes,
        boolean drafted,
        TypedDay day,
        String done,
        List<FieldError> errors) {

    /** The time and the fee of each channel as typed. */
    public List<WayDraft> ways() {
        List<WayDraft> ways =
                draft.with(draft.ways() == null ? List.of() : draft.ways()).ways();
        return ways == null ? List.of() : ways;
    }

    /** What it still lacks, in the order of the law. */
    public List<Part> missing() {
        return Part.missing(draft);
    }

    public String field(Part part) {
        return field(part, draft);
    }

    /** The field where a missing part of a draft is written; of the papers and their sets, the one that is not there. */
    static String field(Part part, ServiceDraft draft) {
        return switch (part) {
            case NAME -> "name";
            case SEQUENCE -> "steps";
            case MODE -> "channel";
            case COMPONENTS -> draft.itemLines().isEmpty() ? "items" : "sets";
            case TIME_LIMIT -> "duration";
            case SUBJECTS -> "audience";
            case AGENCY -> "agency";
        };
    }
}
