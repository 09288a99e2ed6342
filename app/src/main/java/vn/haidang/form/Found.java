package vn.haidang.form;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.registry.KnownValue;

/**
 * What the key of a field named when it was looked up. It is kept with the answers, under a name no field can have, so that it counts
 * for nothing, is handed over to nobody, and goes with its draft.
 *
 * @param key as it was typed
 * @param what who or what it named, null where nothing was found
 * @param source code of the register that was looked in ({@code registry.source.<code>})
 * @param asOf the day it was recorded there; where nothing was found, the day it was looked for
 */
public record Found(String key, @Nullable Text what, String source, LocalDate asOf) {

    private static final String MARK = ":found";
    private static final String BETWEEN = "\n";

    /** The name it is kept under. */
    static String name(String field) {
        return field + MARK;
    }

    /** What was found by the key that stands there now; empty where that was not looked up. */
    public static Optional<Found> of(String field, Map<String, Answer> answers) {
        return last(field, answers)
                .filter(found -> answers.containsKey(field)
                        && found.key().equals(answers.get(field).value()));
    }

    /** What was looked up last, whatever stands there now. */
    static Optional<Found> last(String field, Map<String, Answer> answers) {
        Answer kept = answers.get(name(field));
        if (kept == null || kept.known() == null || kept.source() == null || kept.asOf() == null) {
            return Optional.empty();
        }
        String[] parts = kept.known().split(BETWEEN, 3);
        Text what = parts.length < 3 ? null : new Text(parts[1], parts[2]);
        return Optional.of(new Found(parts[0], what, kept.source(), kept.asOf()));
    }

    Answer written() {
        String written = what == null ? key : String.join(BETWEEN, key, line(what.vi()), line(what.en()));
        return Answer.known(new KnownValue(MARK, written, source, asOf));
    }

    private static String line(String words) {
        return words.replace(BETWEEN, " ");
    }
}
