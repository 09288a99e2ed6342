package vn.haidang.indicator.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Point;
import vn.haidang.organization.Unit;

/**
 * The numbers of a page as rows, one for each number, with what each rests on. Pure.
 *
 * @param columns codes of the columns
 * @param rows a cell is text, a whole or decimal number, or nothing
 */
record Sheet(List<String> columns, List<List<@Nullable Object>> rows) {

    private static final List<String> FIRST = List.of("unit_key", "unit", "period", "first_day", "last_day", "value");
    private static final List<String> LAST =
            List.of("state", "version", "units_living", "units_recorded", "units_reporting", "late_facts", "breaks");

    static Sheet of(Indicator indicator, List<Answer> answers, boolean english) {
        return sheet(indicator, List.of(), answers, Map.of(), english);
    }

    static Sheet of(Indicator indicator, Ranking ranking, boolean english) {
        var ranks = new LinkedHashMap<Answer, Integer>();
        ranking.places().forEach(place -> ranks.put(place.answer(), place.rank()));
        return sheet(indicator, List.of("rank"), List.copyOf(ranks.keySet()), ranks, english);
    }

    private static Sheet sheet(
            Indicator indicator,
            List<String> before,
            List<Answer> answers,
            Map<Answer, Integer> ranks,
            boolean english) {
        var components = components(indicator, answers);
        var columns = new ArrayList<>(before);
        columns.addAll(FIRST);
        columns.addAll(components);
        columns.addAll(LAST);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var answer : answers) {
            for (var point : answer.points()) {
                var row = new ArrayList<@Nullable Object>();
                if (!before.isEmpty()) {
                    var rank = ranks.getOrDefault(answer, 0);
                    row.add(rank == 0 ? null : rank);
                }
                fill(row, indicator, answer, point, components, english);
                rows.add(row);
            }
        }
        return new Sheet(List.copyOf(columns), rows);
    }

    private static void fill(
            List<@Nullable Object> row,
            Indicator indicator,
            Answer answer,
            Point point,
            List<String> components,
            boolean english) {
        var value = point.value();
        row.add(answer.ground().stream().map(Unit::key).collect(Collectors.joining(" ")));
        row.add(answer.ground().stream()
                .map(unit -> english ? unit.nameEn() : unit.name())
                .collect(Collectors.joining(", ")));
        row.add(code(point));
        row.add(point.period().first().toString());
        row.add(point.period().last().toString());
        row.add(value == null ? null : value.setScale(indicator.digits(), RoundingMode.HALF_UP));
        components.forEach(component -> row.add(plain(point.components().get(component))));
        row.add(point.state().name().toLowerCase(Locale.ROOT));
        row.add(point.version());
        row.add(point.quality().living());
        row.add(point.quality().recorded());
        row.add(point.quality().reporting());
        row.add(point.quality().late());
        row.add(answer.breaksIn(point.period()).stream()
                .map(each -> each.on() + " " + each.kind().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("; ")));
    }

    /** {@code 2026-M11}, {@code 2026-Q4}, {@code 2026-H2}, {@code 2026-9M}, {@code 2026}; a free period has none. */
    private static String code(Point point) {
        var period = point.period();
        var kind = period.kind();
        if (kind == null) {
            return "";
        }
        return switch (kind) {
            case MONTH -> "%d-M%02d".formatted(period.year(), period.number());
            case QUARTER -> "%d-Q%d".formatted(period.year(), period.number());
            case HALF -> "%d-H%d".formatted(period.year(), period.number());
            case NINE_MONTHS -> "%d-9M".formatted(period.year());
            case YEAR -> Integer.toString(period.year());
        };
    }

    private static List<String> components(Indicator indicator, List<Answer> answers) {
        return indicator.components().isEmpty()
                ? answers.stream()
                        .flatMap(answer -> answer.points().stream())
                        .flatMap(point -> point.components().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList()
                : indicator.components();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
