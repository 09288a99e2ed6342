package vn.haidang.organization.internal.intake;

import java.util.regex.Pattern;
import vn.haidang.organization.Unit;
import vn.haidang.reference.Folding;

/** Whether a published name may mean a unit: with or without the word for its kind, whatever the marks and hyphens. */
final class SameName {

    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private SameName() {}

    static boolean of(String published, Unit unit) {
        var given = plain(published);
        var name = plain(unit.name());
        return !given.isEmpty()
                && (name.equals(given) || name.endsWith(" " + given) || given.endsWith(" " + withoutKind(name)));
    }

    private static String withoutKind(String name) {
        var blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(blank + 1);
    }

    private static String plain(String text) {
        return OTHER.matcher(Folding.fold(text)).replaceAll(" ").strip();
    }
}
