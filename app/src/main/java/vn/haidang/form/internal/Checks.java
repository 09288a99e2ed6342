package vn.haidang.form.internal;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.form.AnswerFacts;
import vn.haidang.form.Course;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.form.Repeats;
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
    private final Lookups lookups;

    Checks(Communes communes, Clock clock, Lookups lookups) {
        this.lookups = lookups;
        this.communes = communes;
        this.clock = clock;
    }

    public Map<String, List<FieldError>> form(FormDefinition form, Map<String, String> given) {
        Map<String, String> answers = today(form, given);
        Map<String, List<FieldError>> wrong = new LinkedHashMap<>();
        Course course = form.course(answers);
        for (Page page : course.pages()) {
            List<FieldError> errors = page(course, page, answers);
            if (!errors.isEmpty()) {
                wrong.put(page.code(), errors);
            }
        }
        return wrong;
    }

    /** What is wrong with one page; nothing when it is not asked. */
    public List<FieldError> page(FormDefinition form, Page page, Map<String, String> given) {
        Map<String, String> answers = today(form, given);
        return page(form.course(answers), page, answers);
    }

    private List<FieldError> page(Course course, Page page, Map<String, String> answers) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> wrong = new HashSet<>();
        for (Field field : course.fields(page)) {
            FieldError error = field(field, answers);
            if (error != null) {
                errors.add(error);
                wrong.add(field.name());
            }
        }
        for (FormDefinition.Check check : course.failed(page)) {
            String at = course.fields(page).stream()
                    .map(Field::name)
                    .filter(name -> Repeats.base(name).equals(check.at()))
                    .findFirst()
                    .orElse("");
            if (!at.isEmpty() && wrong.add(at)) {
                errors.add(FieldError.of(at, "form.error.check", check.message()));
            }
        }
        return errors;
    }

    private Map<String, String> today(FormDefinition form, Map<String, String> answers) {
        if (!form.dated()) {
            return answers;
        }
        Map<String, String> dated = new HashMap<>(answers);
        dated.put(AnswerFacts.TODAY, LocalDate.now(clock).toString());
        return dated;
    }

    private @Nullable FieldError field(Field field, Map<String, String> answers) {
        String value = answers.getOrDefault(field.name(), "");
        if (field.kind() == Kind.COMPUTED) {
            return null;
        }
        if (field.kind() == Kind.GROUP) {
            return field.required() && value.equals("0") ? error(field, "add-one") : null;
        }
        if (value.isBlank()) {
            return field.required() ? missing(field) : null;
        }
        if (value.codePointCount(0, value.length()) > longest(field)) {
            return error(field, "too-long", field.rules().maxLength());
        }
        if (NOT_PRINTABLE.matcher(value).find()) {
            return error(field, "not-printable");
        }
        FieldError error = kind(field, value, answers);
        return error == null ? shape(field, value) : error;
    }

    /** What cannot be a key of the source it is looked up at; whether it names something is no fault. */
    private @Nullable FieldError shape(Field field, String value) {
        return lookups.of(field)
                .filter(source -> !source.shaped(value))
                .map(source -> FieldError.of(field.name(), source.messages() + ".shape", field.label()))
                .orElse(null);
    }

    private @Nullable FieldError kind(Field field, String value, Map<String, String> answers) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> pattern(field, value);
            case DATE -> date(field, value, answers);
            case CHOICE, SELECT -> field.choice(value).isPresent() ? null : missing(field);
            case PERSONAL_NUMBER -> PERSONAL_NUMBER.matches(value) ? null : error(field, "personal-number");
            case PHONE -> PHONE.matches(value) ? null : error(field, "phone");
            case EMAIL -> EMAIL.matches(value) ? null : error(field, "email");
            case UNIT -> livingCommune(value) ? null : error(field, "unit");
            case FILE ->
                value.split(" ").length > field.rules().maxLength()
                        ? error(field, "too-many-files", field.rules().maxLength())
                        : null;
            case DECLARATION -> value.equals("yes") ? null : missing(field);
            case NUMBER, MONEY -> amount(field, value);
            case YES_NO -> value.equals("yes") || value.equals("no") ? null : missing(field);
            case MULTIPLE ->
                Stream.of(value.split(" ")).allMatch(each -> field.choice(each).isPresent()) ? null : missing(field);
            case ADDRESS -> address(field, value);
            case COMPUTED, GROUP -> null;
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
        if (rules.notPast() && date.isBefore(today)) {
            return error(field, "date-past");
        }
        if (rules.notFuture() && date.isAfter(today)) {
            return error(field, "date-future");
        }
        if (rules.years() > 0 && date.isBefore(today.minusYears(rules.years()))) {
            return error(field, "date-too-old", rules.years());
        }
        LocalDate before = rules.after() == null ? null : Binding.isoDate(earlier(field, rules.after(), answers));
        return before == null || date.isAfter(before) ? null : error(field, "date-order");
    }

    /** In one of several, the date of the same one where it has such a field. */
    private static String earlier(Field field, String name, Map<String, String> answers) {
        String number = field.name().substring(Repeats.base(field.name()).length());
        return answers.getOrDefault(name + number, answers.getOrDefault(name, ""));
    }

    private static @Nullable FieldError amount(Field field, String value) {
        BigDecimal number = AnswerFacts.number(value);
        Rules rules = field.rules();
        if (number == null) {
            return error(field, field.kind() == Kind.MONEY ? "money" : "number");
        }
        if (number.stripTrailingZeros().scale() > rules.digits()) {
            return rules.digits() == 0 ? error(field, "whole-number") : error(field, "too-many-digits", rules.digits());
        }
        BigDecimal least = field.kind() == Kind.MONEY && rules.least() == null ? BigDecimal.ZERO : rules.least();
        if (least != null && number.compareTo(least) < 0) {
            return FieldError.of(field.name(), "form.error.too-small", field.label(), shown(least));
        }
        return rules.most() != null && number.compareTo(rules.most()) > 0
                ? FieldError.of(field.name(), "form.error.too-large", field.label(), shown(rules.most()))
                : null;
    }

    private static String shown(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private @Nullable FieldError address(Field field, String value) {
        String[] parts = Binding.addressParts(value);
        if (!livingCommune(parts[0])) {
            return FieldError.of(field.name(), "form.error." + (parts[0].isBlank() ? "choose" : "unit"), field.label());
        }
        return parts[1].isBlank() ? FieldError.of(field.name() + "-street", "form.error.street", field.label()) : null;
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
            case CHOICE, SELECT, UNIT, MULTIPLE, YES_NO, ADDRESS -> error(field, "choose");
            case FILE -> error(field, "file-missing");
            case DECLARATION -> error(field, "declare");
            case TEXT, LONG_TEXT, NUMBER, MONEY, DATE, PERSONAL_NUMBER, PHONE, EMAIL, COMPUTED, GROUP ->
                error(field, "missing");
        };
    }

    private static int longest(Field field) {
        return field.kind() == Kind.FILE ? Integer.MAX_VALUE : field.rules().maxLength();
    }

    /** The first value a message names is the label of the field. */
    private static FieldError error(Field field, String code) {
        return FieldError.of(field.name(), "form.error." + code, field.label());
    }

    private static FieldError error(Field field, String code, int limit) {
        return FieldError.of(field.name(), "form.error." + code, field.label(), limit);
    }
}
