package vn.haidang.publicservice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.Feedbacks;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;

/** A complaint or suggestion as typed. */
public record FeedbackForm(Map<String, String> typed) {

    /** Chosen where none of those shown is meant. */
    public static final String OTHER = "-";

    private static final Map<String, String> FIELDS = Map.of(
            "publicservice/feedback-empty", "words",
            "publicservice/feedback-no-dossier", "dossier",
            "publicservice/no-such-service", "service",
            "publicservice/feedback-no-unit", "unit",
            "publicservice/feedback-not-here", "unit",
            "publicservice/feedback-no-official", "official",
            "publicservice/feedback-no-caller", "name");

    public FeedbackForm {
        typed = Map.copyOf(typed);
    }

    /** What was typed into a field, empty for nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The one chosen by name, or else what was typed; the name of an official is what keeps it from them. */
    public String official() {
        String chosen = value("official");
        return chosen.isEmpty() || chosen.equals(OTHER) ? value("other") : chosen;
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (kind().isEmpty()) {
            errors.add(FieldError.of("kind", "publicservice.feedback.kind.missing"));
        }
        if (about().isEmpty()) {
            errors.add(FieldError.of("about", "publicservice.feedback.about.missing"));
        }
        if (Ids.uuid(value("key")).isEmpty()) {
            errors.add(FieldError.of("words", "publicservice.check.again"));
        }
        return errors;
    }

    /** The field a refusal belongs to, null where it belongs to none. */
    static @Nullable FieldError error(Problem refused) {
        String field = FIELDS.get(refused.code());
        return field == null ? null : FieldError.of(field, refused);
    }

    /** Only without errors. */
    Feedbacks.Sending sending(boolean counter, Reader by) {
        return new Feedbacks.Sending(
                kind().orElseThrow(),
                about().orElseThrow(),
                value("dossier"),
                value("service"),
                Ids.uuid(value("unit")).map(UnitId::new).orElse(null),
                official(),
                value("words"),
                value("publish").equals("yes"),
                counter ? new Feedbacks.Caller(value("name"), value("phone")) : null,
                Ids.uuid(value("key")).orElseGet(() -> new UUID(0, 0)),
                by);
    }

    private Optional<Feedback.Kind> kind() {
        String code = value("kind");
        return code.matches("complaint|suggestion")
                ? Optional.of(Feedback.Kind.valueOf(code.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private Optional<Feedback.About> about() {
        String code = value("about");
        return code.matches("dossier|unit|official|service")
                ? Optional.of(Feedback.About.valueOf(code.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
