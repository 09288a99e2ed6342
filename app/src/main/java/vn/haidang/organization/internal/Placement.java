package vn.haidang.organization.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;

/**
 * Under which parent a unit stood in a span, as its cell {@code parent} says: one key for the whole life, or first the earlier
 * ones, each with the first day after it: {@code district-312@2025-01-01 district-303}.
 *
 * @param to first day after the span, null while it lasts
 */
record Placement(String parent, LocalDate from, @Nullable LocalDate to) {

    boolean within(Validity life) {
        var lifeEnd = life.to();
        return !from.isBefore(life.from()) && (lifeEnd == null || (to != null && !to.isAfter(lifeEnd)));
    }

    /** In the order of time; the last is the one the unit stands under when its life ends, or still. */
    static List<Placement> read(ReferenceRow row, Validity life) {
        var places = new ArrayList<Placement>();
        var from = life.from();
        for (var word : row.optionalText("parent").orElse("").split("\\s+")) {
            var at = word.indexOf('@');
            var until = at < 0 ? life.to() : day(word.substring(at + 1));
            if (at >= 0 && (until == null || !until.isAfter(from) || ended(until, life))) {
                row.refuse("parent", "organization.refused.parent-span", word);
            } else if (!word.isEmpty()) {
                places.add(new Placement(at < 0 ? word : word.substring(0, at), from, until));
                from = until == null ? from : until;
            }
        }
        return List.copyOf(places);
    }

    private static boolean ended(LocalDate until, Validity life) {
        var end = life.to();
        return end != null && !until.isBefore(end);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
