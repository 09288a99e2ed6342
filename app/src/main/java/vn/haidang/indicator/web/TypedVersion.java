package vn.haidang.indicator.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Indicator.Combination;
import vn.haidang.indicator.internal.NewVersion;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.ui.FieldError;

/** What was typed into the form of a new version, with what is wrong with it; shown again as it was typed. */
public final class TypedVersion {

    public static final List<String> UNITS = List.of("percent", "per-thousand", "files", "days", "number", "score");
    public static final List<String> BETTER = List.of("higher", "lower", "neither");
    public static final List<String> CHANGED = List.of("definition", "rule", "restated");
    public static final List<String> OF_NOTHING = List.of("no-value", "zero", "full");
    public static final List<String> CONFIDENCES = List.of("H", "M", "I", "K");

    private static final int LONGEST = 2000;
    private static final int MOST_DIGITS = 6;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Map<String, String> fields;
    private final List<FieldError> errors = new ArrayList<>();

    TypedVersion(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Empty where nothing was typed. */
    public String of(String field) {
        var text = Normalizer.normalize(fields.getOrDefault(field, "").strip(), Normalizer.Form.NFC)
                .replace("\0", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** From the version it comes after; what is new has still to be said. */
    static void fill(Map<String, String> fields, Indicator last) {
        var words = last.words();
        fields.put("code", last.code());
        fields.put("name", words.name());
        fields.put("name-en", words.nameEn());
        fields.put("meaning", words.meaning());
        fields.put("meaning-en", words.meaningEn());
        fields.put("unit", last.unit());
        fields.put("digits", Integer.toString(last.digits()));
        fields.put("better", last.better().name().toLowerCase(Locale.ROOT));
        fields.put("of-nothing", last.ofNothing().code());
        last.measures().forEach(measure -> made(fields, measure.value(), last.components()));
    }

    static void fill(Map<String, String> fields, NewVersion draft) {
        fields.put("code", draft.code());
        fields.put("name", draft.name());
        fields.put("name-en", draft.nameEn());
        fields.put("meaning", draft.meaning());
        fields.put("meaning-en", draft.meaningEn());
        fields.put("unit", draft.unit());
        fields.put("digits", Integer.toString(draft.digits()));
        fields.put("better", draft.better());
        fields.put("changed", draft.changed());
        fields.put("of-nothing", draft.ofNothing());
        fields.put("from-day", Integer.toString(draft.validFrom().getDayOfMonth()));
        fields.put("from-month", Integer.toString(draft.validFrom().getMonthValue()));
        fields.put("from-year", Integer.toString(draft.validFrom().getYear()));
        fields.put("source", draft.source());
        fields.put("confidence", draft.confidence());
        var measure = draft.measure();
        if (measure != null) {
            made(fields, measure, List.of(draft.parts().split("/")));
        }
    }

    private static void made(Map<String, String> fields, String measure, List<String> components) {
        fields.put("above", measure + ":" + components.getFirst());
        fields.put("below", components.size() < 2 ? "" : measure + ":" + components.getLast());
    }

    /**
     * Null where something is wrong.
     *
     * @param last the version it comes after
     * @param replaces whether a version that is to begin on a day can still give way
     */
    @Nullable NewVersion version(Indicator last, List<Measure> measures, Predicate<LocalDate> replaces) {
        var from = from();
        var again = from != null && from.equals(last.validFrom()) && replaces.test(from);
        if (from != null && !again && !from.isAfter(last.validFrom())) {
            errors.add(FieldError.of("from", "indicator.admin.too-early"));
        }
        var known = measures.stream()
                .flatMap(measure -> measure.components().stream()
                        .map(each -> Map.entry(measure.code().value() + ":" + each.code(), each)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var index = last.combination() instanceof Combination.Index;
        var above = of("above");
        var below = of("below");
        if (!index) {
            made(above, below, known);
        }
        var version = new Written(
                needed("name"),
                needed("name-en"),
                needed("meaning"),
                needed("meaning-en"),
                chosen("unit", UNITS),
                digits(),
                chosen("better", BETTER),
                chosen("changed", CHANGED),
                chosen("of-nothing", OF_NOTHING),
                needed("source"),
                chosen("confidence", CONFIDENCES));
        if (!errors.isEmpty() || from == null) {
            return null;
        }
        var number = again ? last.version() : last.version() + 1;
        if (last.combination() instanceof Combination.Index(Map<String, String> parts, String formula)) {
            var written = parts.entrySet().stream()
                    .map(part -> part.getKey() + "=" + part.getValue())
                    .sorted()
                    .collect(Collectors.joining(" "));
            return version.of(last.code(), number, "index", null, written, formula, from);
        }
        return below.isEmpty()
                ? version.of(last.code(), number, "amount", measure(above), component(above), null, from)
                : version.of(
                        last.code(),
                        number,
                        "ratio",
                        measure(above),
                        component(above) + "/" + component(below),
                        null,
                        from);
    }

    /** Two counts of one measure are divided by each other; a percentile and a latest value only stand alone. */
    private void made(String above, String below, Map<String, Component> known) {
        var over = known.get(above);
        if (over == null) {
            errors.add(FieldError.of("above", "indicator.admin.choose"));
        } else if (!below.isEmpty() && !over.counts()) {
            errors.add(FieldError.of("above", "indicator.admin.not-divided"));
        }
        var under = known.get(below);
        if (!below.isEmpty() && (under == null || !measure(above).equals(measure(below)))) {
            errors.add(FieldError.of("below", "indicator.admin.same-measure"));
        } else if (under != null && !under.counts()) {
            errors.add(FieldError.of("below", "indicator.admin.not-divided"));
        }
    }

    /** What was typed and is all right by itself. */
    private record Written(
            String name,
            String nameEn,
            String meaning,
            String meaningEn,
            String unit,
            int digits,
            String better,
            String changed,
            String ofNothing,
            String source,
            String confidence) {

        NewVersion of(
                String code,
                int number,
                String combine,
                @Nullable String measure,
                String parts,
                @Nullable String formula,
                LocalDate from) {
            return new NewVersion(
                    code,
                    number,
                    name,
                    nameEn,
                    meaning,
                    meaningEn,
                    combine,
                    measure,
                    parts,
                    formula,
                    unit,
                    digits,
                    better,
                    changed,
                    ofNothing,
                    from,
                    source,
                    confidence);
        }
    }

    private static String measure(String made) {
        return made.substring(0, Math.max(0, made.indexOf(':')));
    }

    private static String component(String made) {
        return made.substring(made.indexOf(':') + 1);
    }

    private String needed(String field) {
        if (of(field).isEmpty()) {
            errors.add(FieldError.of(field, "indicator.admin.empty"));
        }
        return of(field);
    }

    private String chosen(String field, List<String> choices) {
        if (!choices.contains(of(field))) {
            errors.add(FieldError.of(field, "indicator.admin.choose"));
        }
        return of(field);
    }

    private int digits() {
        if (of("digits").matches("[0-9]") && Integer.parseInt(of("digits")) <= MOST_DIGITS) {
            return Integer.parseInt(of("digits"));
        }
        errors.add(FieldError.of("digits", "indicator.admin.bad-digits", MOST_DIGITS));
        return 0;
    }

    private @Nullable LocalDate from() {
        var day = day();
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            errors.add(FieldError.of("from", "indicator.admin.bad-day"));
            return null;
        }
        return day;
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.of(
                    Integer.parseInt(of("from-year")),
                    Integer.parseInt(of("from-month")),
                    Integer.parseInt(of("from-day")));
        } catch (DateTimeException | NumberFormatException unread) {
            return null;
        }
    }
}
