package vn.haidang.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.MeasureCode;

/**
 * A sum of components of measures, as sheets write it: {@code publicservice/dossiers:open -publicservice/dossiers:late}, a member
 * of a breakdown after an {@code @}. Blanks between the terms, a minus before what is taken away.
 */
public record Amount(List<Term> terms) {

    private static final Pattern TERM =
            Pattern.compile("(-?)([a-z]+/[a-z][a-z0-9-]*):([a-z][a-z0-9-]*)(?:@([^\\s@]+))?");

    /** One component, added or taken away. */
    public record Term(
            boolean taken,
            MeasureCode measure,
            String component,
            @Nullable String member) {}

    public Amount {
        terms = List.copyOf(terms);
    }

    /** @throws IllegalArgumentException where it is not written like this */
    public static Amount read(String written) {
        List<Term> terms = new ArrayList<>();
        Arrays.stream(written.strip().split("\\s+")).forEach(text -> {
            var term = TERM.matcher(text);
            if (!term.matches()) {
                throw new IllegalArgumentException("no term: " + text);
            }
            terms.add(
                    new Term("-".equals(term.group(1)), new MeasureCode(term.group(2)), term.group(3), term.group(4)));
        });
        return new Amount(terms);
    }
}
