package vn.haidang.organization;

import org.springframework.context.i18n.LocaleContextHolder;
import vn.haidang.ui.Option;

/** What units are called in the language of whoever asked for the page at hand. */
public final class UnitWords {

    private UnitWords() {}

    public static String name(Unit unit) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? unit.nameEn() : unit.name();
    }

    /** The unit as a choice, by its id. */
    public static Option option(Unit unit) {
        return Option.of(unit.id().value().toString(), name(unit));
    }
}
