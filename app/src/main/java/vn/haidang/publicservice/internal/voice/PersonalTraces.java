package vn.haidang.publicservice.internal.voice;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.reference.Folding;

/**
 * Looks in what shall become public for what may be somebody's: the sender's name, an address of e-mail, a long number such as a phone
 * or personal number. Finding nothing proves nothing: a person reads it too.
 */
final class PersonalTraces {

    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[ .-]?[0-9]){8,}");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EMAIL = Pattern.compile("[^ \\t\\n@]{1,64}@[^ \\t\\n@]{1,190}[.][A-Za-z]{2,}");

    private PersonalTraces() {}

    /** The first thing found, as it is written; a name of one word is not looked for, too many words are names. */
    static Optional<String> in(String text, String senderName, @Nullable String official) {
        for (String name : new String[] {senderName, official == null ? "" : official}) {
            if (isNamed(name, text)) {
                return Optional.of(name);
            }
        }
        var number = NUMBER.matcher(text);
        if (number.find()) {
            return Optional.of(number.group());
        }
        var email = EMAIL.matcher(text);
        return email.find() ? Optional.of(email.group()) : Optional.empty();
    }

    /** Whether a name of more than one word stands in a text, whatever its case and marks. */
    static boolean isNamed(String name, String text) {
        String words = words(name);
        return words.strip().contains(" ") && words(text).contains(words);
    }

    /** Folded, each word between blanks. */
    private static String words(String text) {
        return " " + NO_WORD.matcher(Folding.fold(text)).replaceAll(" ").strip() + " ";
    }
}
