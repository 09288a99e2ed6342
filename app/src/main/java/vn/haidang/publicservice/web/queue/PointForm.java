package vn.haidang.publicservice.web.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.FieldError;

/** A place as it was typed. */
public record PointForm(
        String unit, String slug, String name, String nameEn, String desks, String minutes, String capacity) {

    private static final int LONGEST = 100;
    private static final int MOST_DESKS = 99;
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 240;
    private static final int MOST_PEOPLE = 200;

    static final PointForm EMPTY = new PointForm("", "", "", "", "3", "30", "4");

    static PointForm of(Map<String, String> asked) {
        return new PointForm(
                text(asked, "unit"),
                text(asked, "slug"),
                text(asked, "name"),
                text(asked, "name-en"),
                text(asked, "desks"),
                text(asked, "minutes"),
                text(asked, "capacity"));
    }

    static PointForm of(Points.Point point) {
        return new PointForm(
                point.unit().value().toString(),
                point.slug(),
                point.name(),
                point.nameEn(),
                Integer.toString(point.desks()),
                Integer.toString(point.slotMinutes()),
                Integer.toString(point.slotCapacity()));
    }

    private static String text(Map<String, String> asked, String field) {
        String typed = asked.getOrDefault(field, "").strip();
        return typed.substring(0, Math.min(LONGEST, typed.length()));
    }

    List<FieldError> errors(boolean isNew) {
        List<FieldError> errors = new ArrayList<>();
        add(errors, isNew && Forms.uuid(unit) == null, "unit");
        add(errors, isNew && !slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > 60, "slug");
        add(errors, name.isEmpty(), "name");
        add(errors, nameEn.isEmpty(), "name-en");
        add(errors, out(desks, 1, MOST_DESKS), "desks");
        add(errors, out(minutes, LEAST_MINUTES, MOST_MINUTES), "minutes");
        add(errors, out(capacity, 0, MOST_PEOPLE), "capacity");
        return errors;
    }

    private static boolean out(String typed, int least, int most) {
        int number = Forms.number(typed);
        return number < least || number > most;
    }

    private static void add(List<FieldError> errors, boolean wrong, String field) {
        if (wrong) {
            errors.add(FieldError.of(field, "publicservice.point.error." + field));
        }
    }

    Points.Terms terms() {
        return new Points.Terms(name, nameEn, Forms.number(desks), Forms.number(minutes), Forms.number(capacity));
    }
}
