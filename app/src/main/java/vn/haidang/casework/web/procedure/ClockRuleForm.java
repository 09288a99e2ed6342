package vn.haidang.casework.web.procedure;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.ClockRuleDesk;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.ui.FieldError;
import vn.haidang.worktime.LegalDuration;

/**
 * A clock rule from a day on, as typed.
 *
 * @param unit of the amount, as {@link LegalDuration} writes it; empty for a rule that counts
 * @param seen stands for what was set when the form was shown
 */
public record ClockRuleForm(
        String rule,
        String amount,
        String unit,
        String from,
        String notice,
        String document,
        String article,
        String confidence,
        String reason,
        String seen) {

    static final List<String> UNITS = List.of("wh", "wd", "d", "m");
    static final List<String> CONFIDENCES = List.of("H", "M", "I", "K");

    private static final int LONGEST = 500;
    private static final int LATEST = 2200;

    public ClockRuleForm {
        rule = tidy(rule);
        amount = tidy(amount);
        unit = tidy(unit);
        from = tidy(from);
        notice = tidy(notice);
        document = tidy(document);
        article = tidy(article);
        confidence = tidy(confidence);
        reason = tidy(reason);
        seen = tidy(seen);
    }

    /** With the value that holds on a day; its words and its source are of that value alone. */
    static ClockRuleForm of(String rule, List<ClockRules.Kept> set, LocalDate day) {
        ClockRules.Kept present =
                set.stream().filter(kept -> kept.holdsOn(day)).findFirst().orElse(null);
        String code = present == null || present.duration() == null
                ? ""
                : present.duration().code();
        boolean plain = code.matches("\\d+(wh|wd|d|m)");
        String times = present == null || present.times() == null ? "" : String.valueOf(present.times());
        return new ClockRuleForm(
                rule,
                plain ? code.replaceFirst("\\D+$", "") : times,
                plain ? code.replaceFirst("^\\d+", "") : "",
                "",
                "",
                "",
                "",
                "",
                "",
                ClockRuleDesk.token(set));
    }

    /** Reads the form; empty where something is wrong, which is then among {@code errors}. */
    Optional<ClockRuleDesk.Declared> read(List<FieldError> errors) {
        List<FieldError> wrong = new ArrayList<>();
        boolean counts = ClockRules.counts(rule);
        if (!amount.matches(counts ? "\\d{1,2}" : "[1-9]\\d{0,2}")) {
            wrong.add(FieldError.of(
                    "amount", counts ? "casework.clock-rules.wrong.times" : "casework.clock-rules.wrong.amount"));
        }
        if (!counts && !UNITS.contains(unit)) {
            wrong.add(FieldError.of("unit", "casework.clock-rules.wrong.unit"));
        }
        LocalDate day = day();
        if (day == null) {
            wrong.add(FieldError.of("from", "casework.clock-rules.wrong.from"));
        }
        text("notice", notice, wrong);
        text("document", document, wrong);
        if (article.length() > LONGEST) {
            wrong.add(FieldError.of("article", "casework.clock-rules.wrong.long", LONGEST));
        }
        if (!CONFIDENCES.contains(confidence)) {
            wrong.add(FieldError.of("confidence", "casework.clock-rules.wrong.confidence"));
        }
        text("reason", reason, wrong);
        errors.addAll(wrong);
        if (!wrong.isEmpty() || day == null) {
            return Optional.empty();
        }
        return Optional.of(new ClockRuleDesk.Declared(
                rule,
                day,
                counts ? null : LegalDuration.parse(amount + unit),
                counts ? Integer.valueOf(amount) : null,
                notice,
                document,
                article,
                confidence,
                reason));
    }

    private @Nullable LocalDate day() {
        try {
            LocalDate day = LocalDate.parse(from);
            return day.getYear() > LATEST ? null : day;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static void text(String field, String text, List<FieldError> wrong) {
        if (text.isEmpty()) {
            wrong.add(FieldError.of(field, "casework.clock-rules.wrong." + field));
        } else if (text.length() > LONGEST) {
            wrong.add(FieldError.of(field, "casework.clock-rules.wrong.long", LONGEST));
        }
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
