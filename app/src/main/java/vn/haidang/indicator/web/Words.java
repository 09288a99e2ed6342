package vn.haidang.indicator.web;

import java.math.BigDecimal;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Break;
import vn.haidang.indicator.Series.Point;
import vn.haidang.organization.Unit;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.ReportingPeriod;

/** How the pages of figures say things. */
public final class Words {

    private static final int MOST_NAMED = 3;

    private Words() {}

    /** A number with its unit where that is a sign, such as percent; a dash where there is none. */
    public static String value(Point point, Indicator indicator, Screen screen) {
        var value = point.value();
        return value == null ? "–" : number(value, indicator, screen);
    }

    static String number(BigDecimal value, Indicator indicator, Screen screen) {
        var number = screen.decimal(value, indicator.digits());
        return indicator.unit().equals("percent") ? screen.say("indicator.value.percent", number) : number;
    }

    /** A number of an axis: no more digits than it needs. */
    public static String tick(BigDecimal value, Indicator indicator, Screen screen) {
        var plain = value.stripTrailingZeros();
        var number = screen.decimal(plain, Math.max(0, plain.scale()));
        return indicator.unit().equals("percent") ? screen.say("indicator.value.percent", number) : number;
    }

    /** The unit of measure, as the head of a column says it. */
    public static String unit(Indicator indicator, Screen screen) {
        var key = "indicator.unit." + indicator.unit();
        return screen.knows(key) ? screen.say(key) : indicator.unit();
    }

    /** A component: a count, or a weighted one with what is left of the comma. */
    public static String component(Point point, String code, Screen screen) {
        var value = point.components().get(code);
        if (value == null) {
            return "–";
        }
        var plain = value.stripTrailingZeros();
        return screen.decimal(plain, Math.clamp(plain.scale(), 0, 2));
    }

    public static String componentKey(Indicator indicator, String code) {
        return indicator.measures().stream()
                .findFirst()
                .map(measure -> {
                    var slash = measure.value().indexOf('/');
                    return measure.value().substring(0, slash) + ".measure."
                            + measure.value().substring(slash + 1) + "." + code;
                })
                .orElse(code);
    }

    /** {@code Tháng 11/2026}. */
    public static String period(ReportingPeriod period, Screen screen) {
        var kind = period.kind();
        return kind == null
                ? screen.say("indicator.figure.days", screen.shortDay(period.first()), screen.shortDay(period.last()))
                : screen.say(
                        "indicator.period." + kind, Integer.toString(period.number()), Integer.toString(period.year()));
    }

    /** Narrow, for the axis of a chart and the heads of columns. */
    public static String shortPeriod(ReportingPeriod period, Screen screen) {
        var kind = period.kind();
        return kind == null
                ? screen.shortDay(period.last())
                : screen.say(
                        "indicator.period.short." + kind,
                        Integer.toString(period.number()),
                        Integer.toString(period.year()),
                        Integer.toString(period.year() % 100));
    }

    public static String unit(Unit unit, Screen screen) {
        return screen.english() ? unit.nameEn() : unit.name();
    }

    /** Of whom a line speaks: the unit, or the units of today that share a comparable area. */
    public static String line(Answer answer, Screen screen) {
        if (answer.ground().size() <= 1) {
            return unit(
                    answer.ground().isEmpty() ? answer.unit() : answer.ground().getFirst(), screen);
        }
        var names = answer.ground().stream().map(unit -> unit(unit, screen)).toList();
        var named = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() <= MOST_NAMED
                ? named
                : screen.say("indicator.group.more", named, screen.number((long) names.size() - MOST_NAMED));
    }

    public static String broken(Break each, Screen screen) {
        return screen.say(
                "indicator.break." + each.kind(),
                screen.shortDay(each.on()),
                screen.number(each.units()),
                Integer.toString(each.version()));
    }

    public static String colour(Point point) {
        return switch (point.state()) {
            case KNOWN -> "green";
            case WEIGHTED, PARTIAL -> "amber";
            case NO_DATA, NO_UNIT, NOT_DEFINED, NOT_ESTABLISHED -> "grey";
        };
    }
}
