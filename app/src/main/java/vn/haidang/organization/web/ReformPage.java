package vn.haidang.organization.web;

import java.util.List;
import vn.haidang.organization.Reform;
import vn.haidang.organization.Unit;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Foreseen;

/**
 * A change before it is saved, with what it would move.
 *
 * @param lines what will be so, in the words of the reader
 * @param json the change, to come back unchanged
 * @param token says whether what was shown is still what moves
 * @param meanwhile whether what was shown first is not so any more
 */
public record ReformPage(
        Reform reform,
        List<Line> lines,
        String json,
        String token,
        Foreseen foreseen,
        boolean meanwhile,
        List<FieldError> errors) {

    /**
     * One sentence: its message and the units it names.
     *
     * @param to null where the sentence names one unit only
     */
    public record Line(
            String messageKey,
            String from,
            String fromEn,
            @org.jspecify.annotations.Nullable String to,
            @org.jspecify.annotations.Nullable String toEn) {

        static Line of(String messageKey, Unit unit) {
            return new Line(messageKey, unit.name(), unit.nameEn(), null, null);
        }
    }
}
