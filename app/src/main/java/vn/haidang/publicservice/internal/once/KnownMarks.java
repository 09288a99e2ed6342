package vn.haidang.publicservice.internal.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.reference.Folding;
import vn.haidang.registry.KnownValue;

/**
 * Tells afterwards whether somebody had to type what the platform knew. What was known is kept as marks only: hashes under the id of
 * the draft, of what distinguishes a person — a name, a number, a day of birth, an address — and never of what many share.
 */
public final class KnownMarks {

    private static final Set<String> DISTINGUISHING = Set.of(
            "full-name", "birth-date", "personal-number", "phone", "email", "street", "name", "registration-number");
    private static final Set<Kind> COMPARED =
            Set.of(Kind.TEXT, Kind.LONG_TEXT, Kind.DATE, Kind.PERSONAL_NUMBER, Kind.PHONE, Kind.EMAIL, Kind.ADDRESS);
    private static final int SHORTEST = 5;

    private KnownMarks() {}

    /** The marks of what is known, for the draft that begins. */
    public static Set<String> of(DraftId draft, Collection<KnownValue> known) {
        return known.stream()
                .filter(value -> DISTINGUISHING.contains(
                        value.attribute().substring(value.attribute().indexOf('.') + 1)))
                .filter(value -> value.value().length() >= SHORTEST)
                .map(value -> mark(draft, value.value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The mark of each typed answer that could be one of what is known, with its fields. */
    static Map<String, Set<String>> typed(DraftId draft, FormDefinition form, Map<String, Answer> answers) {
        Map<String, Set<String>> typed = new HashMap<>();
        form.asked(values(answers)).stream()
                .flatMap(page -> page.fields().stream())
                .filter(field -> COMPARED.contains(field.kind()))
                .forEach(field -> {
                    Answer answer = answers.get(field.name());
                    if (answer != null
                            && answer.origin() == Answer.Origin.TYPED
                            && !answer.value().isBlank()) {
                        typed.computeIfAbsent(mark(draft, value(field, answer)), mark -> new TreeSet<>())
                                .add(field.name());
                    }
                });
        return typed;
    }

    private static Map<String, String> values(Map<String, Answer> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().value()));
    }

    private static String value(FormDefinition.Field field, Answer answer) {
        String value = answer.value();
        return field.kind() == Kind.ADDRESS ? value.substring(value.indexOf('|') + 1) : value;
    }

    private static String mark(DraftId draft, String value) {
        try {
            byte[] text = (draft.value() + "|" + Folding.fold(value)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
