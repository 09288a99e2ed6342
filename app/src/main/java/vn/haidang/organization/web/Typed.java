package vn.haidang.organization.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Reform;
import vn.haidang.ui.FieldError;

/** What was typed into a form, tidied, with what is wrong with it by field; shown again as it was typed. */
public final class Typed {

    private static final int LONGEST = 4000;

    private final Map<String, String> values;
    private final List<FieldError> errors = new ArrayList<>();

    Typed(Map<String, String> values) {
        this.values = values;
    }

    /** Empty where nothing was typed; no value is longer than any honest one. */
    public String of(String field) {
        var value = values.getOrDefault(field, "");
        var tidy = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        return tidy.length() <= LONGEST ? tidy : tidy.substring(0, LONGEST);
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void refuse(String field, String messageKey, Object... arguments) {
        errors.add(FieldError.of(field, messageKey, arguments));
    }

    void refuse(List<FieldError> more) {
        errors.addAll(more);
    }

    LocalDate day(String field) {
        var day = optionalDay(field);
        if (of(field).isEmpty()) {
            refuse(field, "organization.admin.empty-day");
        }
        return day == null ? LocalDate.EPOCH : day;
    }

    private @Nullable LocalDate optionalDay(String field) {
        if (of(field).isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(of(field));
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        refuse(field, "organization.units.bad-day");
        return null;
    }

    /** The paper of a change; what it lacks the check of the change says. */
    Reform.Paper paper() {
        return new Reform.Paper(of("symbol"), of("issuer"), of("paper"), optionalDay("issued"), of("source"));
    }
}
