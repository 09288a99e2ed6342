package vn.haidang.publicservice.web.own;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.registry.Keeping;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * One value being corrected.
 *
 * @param words what is recorded, as people read it; empty where nothing is
 * @param gone what became of the unit that kept it, null where it is there
 * @param value as typed so far
 * @param options to choose from, empty where it is typed
 */
public record CorrectPage(
        Keeping keeping,
        KnownValue known,
        String words,
        MyDataPage.@Nullable Gone gone,
        String value,
        String reason,
        List<Option> options,
        List<FieldError> errors) {

    /** Whether somebody decides on it; else it counts as it is said. */
    public boolean decided() {
        return keeping.way() == Keeping.Way.CASE;
    }

    public boolean date() {
        return keeping.attribute().equals("person.birth-date");
    }

    public boolean few() {
        return keeping.attribute().equals("person.sex");
    }

    /** Day, month and year as typed. */
    public String part(int number) {
        String[] parts = value.split("/", 3);
        return number < parts.length ? parts[number] : "";
    }
}
