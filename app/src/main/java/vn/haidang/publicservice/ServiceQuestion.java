package vn.haidang.publicservice;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the catalogue; everything may be left out.
 *
 * @param words as typed: without diacritics, with slips, in everyday words
 */
public record ServiceQuestion(
        @Nullable String words,
        @Nullable String field,
        @Nullable String lifeEvent,
        @Nullable String audience,
        @Nullable String agency) {

    private static final int LONGEST = 200;

    public ServiceQuestion {
        words = tidy(words);
        field = tidy(field);
        lifeEvent = tidy(lifeEvent);
        audience = tidy(audience);
        agency = tidy(agency);
    }

    public static ServiceQuestion words(String words) {
        return new ServiceQuestion(words, null, null, null, null);
    }

    private static @Nullable String tidy(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}
