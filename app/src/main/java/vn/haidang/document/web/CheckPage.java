package vn.haidang.document.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.document.internal.Checks;
import vn.haidang.document.internal.Checks.Presented;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Screen;

/**
 * One check and its answer.
 *
 * @param code as typed or scanned
 */
public record CheckPage(String code, Checks.@Nullable Found found, String issuer, List<FieldError> errors) {

    static CheckPage empty() {
        return new CheckPage("", null, "", List.of());
    }

    /** Whether whoever asks has the very file: then people are named too. */
    public static boolean held(Checks.Found shown) {
        return shown.presented() == Presented.THE_FILE;
    }

    public String title(Screen screen, Checks.Found shown) {
        String key = "document.template." + shown.template();
        return screen.knows(key) ? screen.say(key) : screen.say("document.template.other", shown.kind());
    }

    /** The most important thing to know. */
    public static String state(Checks.Found shown) {
        Checks.Withdrawn withdrawn = shown.withdrawn();
        if (withdrawn != null) {
            return withdrawn.replacement() == null ? "document.check.withdrawn" : "document.check.replaced";
        }
        if (shown.signatures().isEmpty()) {
            return shown.waiting() ? "document.check.unsigned" : "document.check.without";
        }
        if (shown.trial()) {
            return "document.check.trial";
        }
        return shown.sealed() ? "document.check.signed" : "document.check.hand";
    }

    public static String colour(Checks.Found shown) {
        if (shown.withdrawn() != null) {
            return "red";
        }
        if (shown.signatures().isEmpty()) {
            return "grey";
        }
        return shown.trial() ? "amber" : "green";
    }

    /** What the state means for whoever has the document. */
    public static String meaning(Screen screen, Checks.Found shown) {
        String means = state(shown) + ".means";
        Checks.Withdrawn withdrawn = shown.withdrawn();
        if (withdrawn == null) {
            return screen.say(means);
        }
        var replacedOn = withdrawn.replacedOn();
        return withdrawn.replacement() == null || replacedOn == null
                ? screen.say(means, screen.shortDay(withdrawn.on()))
                : screen.say(
                        means, screen.shortDay(withdrawn.on()), withdrawn.replacement(), screen.shortDay(replacedOn));
    }

    /** What the file is that was presented; empty where none was. */
    public static String file(Checks.Found shown) {
        return switch (shown.presented()) {
            case NO_FILE -> "";
            case THE_FILE -> "document.check.same";
            case EARLIER_FILE -> "document.check.earlier";
            case ANOTHER_FILE -> "document.check.another";
        };
    }

    /** Whether anybody said if the certificates were revoked. */
    public static String revocation(Checks.Found shown) {
        if (shown.trial()) {
            return "document.check.revocation.none";
        }
        return switch (shown.level().orElseThrow()) {
            case LT -> "document.check.revocation.known";
            case B, T -> "document.check.revocation.unknown";
        };
    }
}
