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
import vn.haidang.casework.internal.ClockTimes;
import vn.haidang.casework.spi.SetTimes;
import vn.haidang.ui.FieldError;
import vn.haidang.worktime.LegalDuration;

/**
 * A clock rule from a day on, as typed.
 *
 * @param amount of a rule that answers, the longest time
 * @param unit of the amount, and of least and extension, as {@link LegalDuration} writes it; empty for a rule that counts
 * @param seen stands for what was set when the form was shown
 * @param acknowledge by when a request is acknowledged; this and what follows only of a rule that answers
 * @param least empty for no span
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
        String seen,
        String acknowledge,
        String acknowledgeUnit,
        String least,
        String extension) {

    static final List<String> UNITS = List.of("wh", "wd", "d", "m");
    /** An answer may be put off, and only days can be added up. */
    static final List<String> ANSWER_UNITS = List.of("wd", "d");

    static final List<String> CONFIDENCES = List.of("H", "M", "I", "K");

    private static final String AMOUNT = "[1-9]\\d{0,2}";
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
        acknowledge = tidy(acknowledge);
        acknowledgeUnit = tidy(acknowledgeUnit);
        least = tidy(least);
        extension = tidy(extension);
    }

    /** With the value that holds on a day; its words and its source are of that value alone. */
    static ClockRuleForm of(String rule, List<ClockRules.Kept> set, LocalDate day) {
        ClockRules.Kept present =
                set.stream().filter(kept -> kept.holdsOn(day)).findFirst().orElse(null);
        SetTimes.Answer answer = present == null ? null : present.answer();
        LegalDuration lasts = answer != null ? answer.most() : present == null ? null : present.duration();
        String times = present == null || present.times() == null ? "" : String.valueOf(present.times());
        return new ClockRuleForm(
                rule,
                lasts == null ? times : amount(lasts),
                unit(lasts),
                "",
                "",
                "",
                "",
                "",
                "",
                ClockRuleDesk.token(set),
                answer == null ? "" : amount(answer.acknowledge()),
                answer == null ? "" : unit(answer.acknowledge()),
                answer == null ? "" : amount(answer.least()),
                answer == null ? "" : amount(answer.extension()));
    }

    /** Reads the form; empty where something is wrong, which is then among {@code errors}. */
    Optional<ClockRuleDesk.Declared> read(ClockTimes.Kind kind, List<FieldError> errors) {
        List<FieldError> wrong = new ArrayList<>();
        boolean counts = kind == ClockTimes.Kind.COUNTS;
        boolean answers = kind == ClockTimes.Kind.ANSWERS;
        if (!amount.matches(counts ? "\\d{1,2}" : AMOUNT)) {
            wrong.add(FieldError.of(
                    "amount", counts ? "casework.clock-rules.wrong.times" : "casework.clock-rules.wrong.amount"));
        }
        if (!counts && !(answers ? ANSWER_UNITS : UNITS).contains(unit)) {
            wrong.add(FieldError.of("unit", "casework.clock-rules.wrong.unit"));
        }
        if (answers) {
            answer(wrong);
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
                kind == ClockTimes.Kind.LASTS ? LegalDuration.parse(amount + unit) : null,
                counts ? Integer.valueOf(amount) : null,
                answers ? answer() : null,
                notice,
                document,
                article,
                confidence,
                reason));
    }

    private void answer(List<FieldError> wrong) {
        if (!acknowledge.matches(AMOUNT)) {
            wrong.add(FieldError.of("acknowledge", "casework.clock-rules.wrong.amount"));
        }
        if (!UNITS.contains(acknowledgeUnit)) {
            wrong.add(FieldError.of("acknowledgeUnit", "casework.clock-rules.wrong.unit"));
        }
        if (!least.isEmpty() && !least.matches(AMOUNT)) {
            wrong.add(FieldError.of("least", "casework.clock-rules.wrong.amount"));
        } else if (!least.isEmpty() && amount.matches(AMOUNT) && Integer.parseInt(least) >= Integer.parseInt(amount)) {
            wrong.add(FieldError.of("least", "casework.clock-rules.wrong.least"));
        }
        if (!extension.matches("\\d{1,3}")) {
            wrong.add(FieldError.of("extension", "casework.clock-rules.wrong.extension"));
        }
    }

    private SetTimes.Answer answer() {
        return new SetTimes.Answer(
                LegalDuration.parse(acknowledge + acknowledgeUnit),
                least.isEmpty() ? null : LegalDuration.parse(least + unit),
                LegalDuration.parse(amount + unit),
                LegalDuration.parse(extension + unit));
    }

    private static String amount(@Nullable LegalDuration duration) {
        return plain(duration).replaceFirst("\\D+$", "");
    }

    private static String unit(@Nullable LegalDuration duration) {
        return plain(duration).replaceFirst("^\\d+", "");
    }

    private static String plain(@Nullable LegalDuration duration) {
        String code = duration == null ? "" : duration.code();
        return code.matches("\\d+(wh|wd|d|m)") ? code : "";
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

    /** Why a reason cannot be kept, empty where it can. */
    static Optional<FieldError> wrongReason(String reason) {
        List<FieldError> wrong = new ArrayList<>();
        text("reason", reason, wrong);
        return wrong.stream().findFirst();
    }

    static String tidy(@Nullable String text) {
        return text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
