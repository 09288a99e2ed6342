package vn.haidang.plan.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.plan.Confidence;
import vn.haidang.plan.PlanDocument;
import vn.haidang.plan.PlanIndicator;
import vn.haidang.plan.Target.Level;
import vn.haidang.plan.Target.Operator;
import vn.haidang.plan.internal.TargetRow;
import vn.haidang.ui.FieldError;

/** What was typed into a form about a target or a document, with what is wrong with it; shown again as it was typed. */
public final class TypedTarget {

    private static final int LONGEST = 2000;
    private static final Pattern VALUE = Pattern.compile("-?[0-9]{1,10}([.,][0-9]{1,4})?");
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, String> fields;
    private final List<FieldError> errors = new ArrayList<>();

    TypedTarget(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Empty where nothing was typed. */
    public String of(String field) {
        var text = Normalizer.normalize(fields.getOrDefault(field, "").strip(), Normalizer.Form.NFC);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void refuse(String field, String messageKey, Object... arguments) {
        errors.add(FieldError.of(field, messageKey, arguments));
    }

    /** Null where something is wrong. */
    @Nullable TargetRow target(List<PlanDocument> documents, List<PlanIndicator> indicators) {
        var indicator = indicators.stream()
                .filter(each -> each.key().equals(of("indicator")))
                .findFirst()
                .orElse(null);
        if (documents.stream().noneMatch(each -> each.key().equals(of("document")))) {
            refuse("document", "plan.admin.choose");
        }
        if (indicator == null) {
            refuse("indicator", "plan.admin.choose");
        }
        var operator = of("operator");
        var yes = operator.equals(Operator.YES.sign());
        var value = yes ? null : value();
        if (yes && !of("value").isEmpty()) {
            refuse("value", "plan.admin.no-value");
        }
        if (of("not-comparable").isEmpty() != of("not-comparable-en").isEmpty()) {
            refuse("not-comparable-en", "plan.admin.both-languages");
        }
        var row = new TargetRow(
                of("document"),
                of("indicator"),
                chosen("tier", List.of(Level.values()).stream().map(Level::name).toList()),
                year(),
                chosen(
                        "operator",
                        List.of(Operator.values()).stream().map(Operator::sign).toList()),
                value,
                indicator == null ? "" : indicator.unit(),
                universe(),
                optional("not-comparable"),
                optional("not-comparable-en"),
                optional("note"),
                needed("source"),
                chosen("confidence", confidences()));
        return errors.isEmpty() ? row : null;
    }

    /** Null where something is wrong. */
    @Nullable PlanDocument document(List<PlanDocument> known) {
        var key = needed("key");
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            refuse("key", "plan.admin.bad-key");
        }
        if (known.stream().anyMatch(each -> each.key().equals(key))) {
            refuse("key", "plan.admin.known-key");
        }
        var issued = day();
        var title = needed("title");
        var titleEn = needed("title-en");
        var issuer = needed("issuer");
        var source = needed("source");
        var confidence = chosen("confidence", confidences());
        return errors.isEmpty()
                ? new PlanDocument(
                        key,
                        optional("number"),
                        issued,
                        title,
                        titleEn,
                        issuer,
                        optional("note"),
                        source,
                        Confidence.valueOf(confidence))
                : null;
    }

    static List<String> confidences() {
        return List.of(Confidence.values()).stream().map(Confidence::name).toList();
    }

    private String needed(String field) {
        if (of(field).isEmpty()) {
            refuse(field, "plan.admin.empty");
        }
        return of(field);
    }

    private String chosen(String field, List<String> choices) {
        if (!choices.contains(of(field))) {
            refuse(field, "plan.admin.choose");
        }
        return of(field);
    }

    private @Nullable String optional(String field) {
        var text = of(field);
        return text.isEmpty() ? null : text;
    }

    private int year() {
        var text = of("year");
        if (text.matches("20[0-9]{2}|2100")) {
            return Integer.parseInt(text);
        }
        refuse("year", "plan.admin.bad-year");
        return 0;
    }

    private @Nullable BigDecimal value() {
        var text = of("value");
        if (VALUE.matcher(text).matches()) {
            return new BigDecimal(text.replace(',', '.'));
        }
        refuse("value", "plan.admin.bad-value");
        return null;
    }

    private @Nullable Integer universe() {
        var text = of("universe");
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[1-9][0-9]{0,4}")) {
            return Integer.valueOf(text);
        }
        refuse("universe", "plan.admin.bad-universe");
        return null;
    }

    private @Nullable LocalDate day() {
        var text = of("issued");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            refuse("issued", "plan.admin.bad-day");
            return null;
        }
    }
}
