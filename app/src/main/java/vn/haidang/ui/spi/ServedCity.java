package vn.haidang.ui.spi;

import java.util.Locale;
import java.util.Optional;

/** The city whose pages these are. Its name is data of whoever keeps the units, never a word of the program. */
public interface ServedCity {

    /**
     * Its full name, with the word for its kind.
     *
     * @param vietnamese for example {@code Thành phố Hải Phòng}
     * @param english for example {@code Hải Phòng City}
     */
    record Name(String vietnamese, String english) {

        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? english : vietnamese;
        }
    }

    /** As it is called today; empty before the units are loaded. */
    Optional<Name> name();

    /** As it was called when last asked, from memory alone: for pages that say that the database is away. */
    Optional<Name> lastKnown();
}
