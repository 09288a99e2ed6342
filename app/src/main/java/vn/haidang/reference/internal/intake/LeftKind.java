package vn.haidang.reference.internal.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.haidang.reference.PublishedFile;

/**
 * Kinds of published files that are known and not taken, each with its reason in {@code reference.intake.why.<kind>}. Recognised by their
 * columns, as those that are taken, so that a reader learns why instead of being told that nobody knows the file.
 */
public enum LeftKind {
    UNITS_SIDE_BY_SIDE("code", "A_name", "B_name", "C_name"),
    STATISTICAL_INDICATORS("official_code", "indicator", "disaggregation"),
    STATISTICAL_CODES("code", "indicator", "basis"),
    REPORT_FORMS("form_id", "line", "indicator"),
    REPORT_LINES("line_id", "indicator", "period"),
    SCORE_SHEET("metric_code", "max_score"),
    FRAMEWORKS("framework", "no", "scale"),
    FORMER_DEPARTMENTS("short", "name", "note"),
    AGENCIES("name", "kind", "note"),
    AGENCY_TEMPLATE("name", "scope", "confidence"),
    CODE_PATTERNS("pattern", "example", "meaning"),
    PROVINCE_CODES("code_qd20_2020", "gso_code"),
    OBSERVED_CODES("code", "agency", "evidence"),
    DOSSIER_CODES("pattern", "example", "context"),
    SERVICE_LEVELS("level", "state_does", "citizen_does"),
    MADE_UP_NAMES;

    private final List<String> columns;

    LeftKind(String... columns) {
        this.columns = List.of(columns);
    }

    /** As a line of a run names it. */
    public String kind() {
        return "reference/" + word();
    }

    /** The key of the message that says why it is not taken. */
    public static Optional<String> whyKey(String kind) {
        return Arrays.stream(values())
                .filter(each -> each.kind().equals(kind))
                .map(each -> "reference.intake.why." + each.word())
                .findFirst();
    }

    static Optional<LeftKind> of(PublishedFile file) {
        return Arrays.stream(values()).filter(each -> each.is(file)).findFirst();
    }

    private boolean is(PublishedFile file) {
        return columns.isEmpty()
                ? file.beginning().stripLeading().startsWith("{")
                        && file.beginning().contains("\"surname")
                : file.has(columns.toArray(String[]::new));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
