package vn.haidang.worktime;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.Screen;

/** Why a day was promised, line by line in the order of the reckoning. Survives JSON unchanged. */
public record Derivation(List<Line> lines) {
    public Derivation {
        lines = List.copyOf(lines);
    }

    /**
     * One sentence.
     *
     * @param code the message is {@code worktime.line.<code>}
     * @param source document behind this line as the data names it, or null where the message itself names the law
     */
    public record Line(
            String code, List<Term> terms, @Nullable String source) {
        public Line {
            terms = List.copyOf(terms);
        }

        public String messageKey() {
            return "worktime.line." + code;
        }

        /** Arguments for {@link #messageKey}, ready for a message source. */
        public Object[] arguments(Locale locale) {
            return terms.stream().map(term -> term.argument(locale)).toArray();
        }

        /** The document behind this line as the reader sees it, empty where there is none. */
        public String cited(Screen screen) {
            return source == null ? "" : SourceWords.text(source, screen);
        }

        /** The language of {@link #cited}. */
        public String citedIn(Screen screen) {
            return source == null ? screen.locale().getLanguage() : SourceWords.lang(source, screen);
        }
    }
}
