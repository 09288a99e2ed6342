package vn.haidang.indicator.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.ExternalValues;
import vn.haidang.indicator.internal.PublishedNames.Name;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.Folding;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Intake;

/**
 * Published values in long form: scores and ranks ({@code index, year, province, province_code, component, score, rank}) or series
 * ({@code indicator, territory, period, value, unit}), with source and confidence. A row about a place that is no unit here, or
 * whose value is no number, is left out.
 */
@Component
class PublishedIntake implements Intake {

    private static final int AT_ONCE = 500;
    private static final String[] SCORES = {
        "index", "year", "province", "province_code", "component", "score", "rank", "source", "confidence"
    };
    private static final String[] SERIES = {"indicator", "territory", "period", "value", "unit", "source", "confidence"
    };

    private record Key(String indicator, UnitId unit, DayRange days) {}

    private final ExternalValues values;
    private final PublishedNames names;
    private final Places places;

    PublishedIntake(ExternalValues values, PublishedNames names, Places places) {
        this.values = values;
        this.names = names;
        this.places = places;
    }

    @Override
    public String kind() {
        return "indicator/published";
    }

    @Override
    public boolean takes(PublishedFile file) {
        return file.has(SCORES) || file.has(SERIES);
    }

    @Override
    public void take(PublishedFile file, IntakeReport report) {
        var reading = new Reading(file, report);
        var table = file.table();
        table.rows(file.has(SCORES) ? reading::score : reading::series);
        reading.store();
        report.refuse(table.refusals());
    }

    private final class Reading {

        private final PublishedFile file;
        private final IntakeReport report;
        private final Map<Key, BigDecimal> seen = new HashMap<>();
        private final Map<String, Name> named = new LinkedHashMap<>();
        private final List<ExternalValues.Value> waiting = new ArrayList<>();

        Reading(PublishedFile file, IntakeReport report) {
            this.file = file;
            this.report = report;
        }

        void score(ReferenceRow row) {
            report.read();
            var index = row.text("index");
            var days = Periods.days(row.text("year")).orElse(null);
            var place = row.optionalText("province").orElse("");
            var unit = days == null
                    ? null
                    : places.byCode(row.optionalText("province_code").orElse(""), place, days.last())
                            .orElse(null);
            var said = new Said(row, index, place, days, unit);
            if (!said.usable(report)) {
                return;
            }
            var component = row.optionalText("component").orElse("");
            var among = file.has("province_set")
                    ? row.optionalText("province_set").flatMap(Periods::number).orElse(null)
                    : null;
            var name = component.isEmpty() ? index : index + ": " + component;
            var score = number(row, "score");
            var rank = number(row, "rank");
            boolean taken = score.filter(value -> put(said, "score", name, measure(row), value, null))
                    .isPresent();
            taken |= rank.filter(value -> value.signum() > 0)
                    .filter(value -> put(said, "rank", name, "rank", value, among))
                    .isPresent();
            count(row, index, taken, score.isPresent() || rank.isPresent());
        }

        void series(ReferenceRow row) {
            report.read();
            var indicator = row.text("indicator");
            var territory = row.text("territory");
            var days = Periods.days(row.text("period")).orElse(null);
            var bracket = territory.indexOf('(');
            var place =
                    bracket < 0 ? territory : territory.substring(0, bracket).strip();
            var unit = days == null ? null : places.byName(place).orElse(null);
            var said = new Said(row, indicator, territory, days, unit);
            if (!said.usable(report)) {
                return;
            }
            var name = bracket < 0 ? indicator : indicator + ' ' + territory.substring(bracket);
            var value = number(row, "value");
            var taken = value.filter(each -> put(said, "value", name, measure(row), each, null))
                    .isPresent();
            count(row, indicator, taken, value.isPresent());
        }

        private String measure(ReferenceRow row) {
            return file.has("unit") ? row.optionalText("unit").orElse("") : "";
        }

        private void count(ReferenceRow row, String subject, boolean taken, boolean any) {
            if (taken) {
                report.taken(1);
            } else {
                report.leftOut(
                        row.line(), subject, any ? "indicator.intake.said-before" : "indicator.intake.no-number");
            }
        }

        /** False where the file said so before. */
        private boolean put(
                Said said, String what, String name, String measure, BigDecimal value, @Nullable Integer among) {
            var code = "published/" + slug(name) + '-' + what;
            var key = new Key(code, said.place(), said.period());
            var before = seen.putIfAbsent(key, value);
            if (before != null) {
                if (before.compareTo(value) != 0) {
                    report.doubtful(said.row().line(), said.subject(), "indicator.intake.contradicts", before, value);
                }
                return false;
            }
            named.put(code, new Name(code, name, measure));
            waiting.add(new ExternalValues.Value(
                    code,
                    said.place(),
                    said.period(),
                    value,
                    among,
                    said.row().optionalText("source").orElseGet(file::name),
                    confidence(said.row())));
            if (waiting.size() >= AT_ONCE) {
                store();
            }
            return true;
        }

        void store() {
            report.changed(names.store(List.copyOf(named.values())));
            report.changed(values.put(waiting));
            named.clear();
            waiting.clear();
        }
    }

    /** What a row is about. */
    private record Said(
            ReferenceRow row,
            String subject,
            String where,
            @Nullable DayRange days,
            @Nullable UnitId unit) {

        boolean usable(IntakeReport report) {
            if (days == null) {
                report.leftOut(row.line(), subject, "indicator.intake.no-period");
            } else if (unit == null) {
                report.leftOut(row.line(), subject, "indicator.intake.no-place", where);
            }
            return days != null && unit != null;
        }

        UnitId place() {
            return Objects.requireNonNull(unit);
        }

        DayRange period() {
            return Objects.requireNonNull(days);
        }
    }

    private static Optional<BigDecimal> number(ReferenceRow row, String column) {
        return row.optionalText(column).flatMap(Periods::decimal);
    }

    private static String slug(String text) {
        return Folding.fold(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** High, middling and low in the words of the file; what it recalled or inferred is no better than that. */
    private static String confidence(ReferenceRow row) {
        var said = Folding.fold(row.optionalText("confidence").orElse(""));
        if (said.length() == 1 && "himk".contains(said)) {
            return said.toUpperCase(Locale.ROOT);
        }
        if (said.contains("tri nho") || said.startsWith("thap") || said.isEmpty()) {
            return "K";
        }
        return said.contains("suy ra") || said.startsWith("trung binh") ? "I" : "M";
    }
}
