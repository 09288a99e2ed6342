package vn.haidang.form.internal;

import com.google.re2j.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.FieldError;

/** The rules of fields. Every pattern is matched in linear time, so that no input can hold a request. */
@Component
public class Checks {

    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern PHONE = Pattern.compile("(\\+84|0)[ .-]?[1-9]([ .-]?[0-9]){8,9}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\"<>()]{1,64}@[^\\s@\"<>().]+(\\.[^\\s@\"<>().]+)+");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    private final Communes communes;
    private final Clock clock;

    Checks(Communes communes, Clock clock) {
        this.communes = communes;
        this.clock = clock;
    }

    public Map<String, List<FieldError>> form(FormDefinition form, Map<String, String> answers) {
        Map<String, List<FieldError>> wrong = new LinkedHashMap<>();
        for (Page page : form.asked(answers)) {
            List<FieldError> errors = page(form, page, answers);
            if (!errors.isEmpty()) {
                wrong.put(page.code(), errors);
            }
        }
        return wrong;
    }

    public List<FieldError> page(FormDefinition form, Page page, Map<String, String> answers) {
        List<FieldError> errors = new ArrayList<>();
        for (Field field : form.asked(page, answers)) {
            FieldError error = field(field, answers);
            if (error != null) {
                errors.add(error);
            }
        }
        return errors;
    }

    private @Nullable FieldError field(Field field, Map<String, String> answers) {
        String value = answers.getOrDefault(field.name(), "");
        if (value.isBlank()) {
            return field.required() ? missing(field) : null;
        }
        if (value.codePointCount(0, value.length()) > longest(field)) {
            return error(field, "too-long", field.rules().maxLength());
        }
        if (NOT_PRINTABLE.matcher(value).find()) {
            return error(field, "not-printable");
        }
        return kind(field, value, answers);
    }

    private @Nullable FieldError kind(Field field, String value, Map<String, String> answers) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> pattern(field, value);
            case DATE -> date(field, value, answers);
            case CHOICE, SELECT ->
                field.choices().stream().anyMatch(choice -> choice.value().equals(value)) ? null : missing(field);
            case PERSONAL_NUMBER -> PERSONAL_NUMBER.matches(value) ? null : error(field, "personal-number");
            case PHONE -> PHONE.matches(value) ? null : error(field, "phone");
            case EMAIL -> EMAIL.matches(value) ? null : error(field, "email");
            case UNIT -> livingCommune(value) ? null : error(field, "unit");
            case FILE ->
                value.split(" ").length > field.rules().maxLength()
                        ? error(field, "too-many-files", field.rules().maxLength())
                        : null;
            case DECLARATION -> value.equals("yes") ? null : missing(field);
        };
    }

    private @Nullable FieldError pattern(Field field, String value) {
        String pattern = field.rules().pattern();
        if (pattern == null
                || patterns.computeIfAbsent(pattern, Pattern::compile).matches(value)) {
            return null;
        }
        return error(field, field.rules().patternError());
    }

    private @Nullable FieldError date(Field field, String value, Map<String, String> answers) {
        LocalDate date = Binding.isoDate(value);
        if (date == null) {
            return error(field, "date");
        }
        Rules rules = field.rules();
        LocalDate today = LocalDate.now(clock);
        if (rules.notFuture() && date.isAfter(today)) {
            return error(field, "date-future");
        }
        if (rules.years() > 0 && date.isBefore(today.minusYears(rules.years()))) {
            return error(field, "date-too-old", rules.years());
        }
        LocalDate before = rules.after() == null ? null : Binding.isoDate(answers.getOrDefault(rules.after(), ""));
        return before == null || date.isAfter(before) ? null : error(field, "date-order");
    }

    private boolean livingCommune(String value) {
        try {
            return communes.lives(new UnitId(UUID.fromString(value)));
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    private static FieldError missing(Field field) {
        return switch (field.kind()) {
            case CHOICE, SELECT, UNIT -> error(field, "choose");
            case FILE -> error(field, "file-missing");
            case DECLARATION -> error(field, "declare");
            case TEXT, LONG_TEXT, DATE, PERSONAL_NUMBER, PHONE, EMAIL -> error(field, "missing");
        };
    }

    private static int longest(Field field) {
        return switch (field.kind()) {
            case FILE -> Integer.MAX_VALUE;
            case TEXT, LONG_TEXT, DATE, CHOICE, SELECT, PERSONAL_NUMBER, PHONE, EMAIL, UNIT, DECLARATION ->
                field.rules().maxLength();
        };
    }

    /** The first value a message names is the label of the field. */
    private static FieldError error(Field field, String code) {
        return FieldError.of(field.name(), "form.error." + code, field.label());
    }

    private static FieldError error(Field field, String code, int limit) {
        return FieldError.of(field.name(), "form.error." + code, field.label(), limit);
    }
}
