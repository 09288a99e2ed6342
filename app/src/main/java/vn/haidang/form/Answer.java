package vn.haidang.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.registry.KnownValue;

/**
 * One answer with where it comes from.
 *
 * @param value as written down by the field's kind; may be wrong until it is checked, for what was typed is never lost
 * @param known what the platform knew, null where it knew nothing
 * @param source code of the register {@code known} came from ({@code registry.source.<code>})
 * @param asOf the day {@code known} was recorded or confirmed
 */
public record Answer(
        String value,
        @Nullable String known,
        @Nullable String source,
        @Nullable LocalDate asOf) {

    /** Where a value comes from. */
    public enum Origin {
        TYPED,
        KNOWN,
        /** The platform knew another value. */
        CORRECTED
    }

    public static Answer typed(String value) {
        return new Answer(value, null, null, null);
    }

    /** What of a form is answered by what is known, by field name. */
    static Map<String, Answer> known(FormDefinition form, Map<String, KnownValue> known) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        form.fields().forEach(field -> {
            KnownValue value = field.source() == null ? null : known.get(field.source());
            if (value != null) {
                answers.put(field.name(), known(value));
            }
        });
        return answers;
    }

    public static Answer known(KnownValue known) {
        return new Answer(known.value(), known.value(), known.source(), known.asOf());
    }

    public Origin origin() {
        if (known == null) {
            return Origin.TYPED;
        }
        return known.equals(value) ? Origin.KNOWN : Origin.CORRECTED;
    }
}
