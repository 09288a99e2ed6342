package vn.haidang.plan.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.haidang.plan.MeasuredValue;
import vn.haidang.plan.ReportedValue;
import vn.haidang.plan.Status;
import vn.haidang.plan.Target;
import vn.haidang.ui.Screen;

/** Values and targets in the words of the reader's language. */
public final class Words {

    private Words() {}

    /** {@code 80 %}, {@code hạng 15}, {@code 0,7}: a value with its unit. */
    public static String value(BigDecimal value, String unit, Screen screen) {
        BigDecimal plain = value.stripTrailingZeros();
        String number = screen.decimal(plain, Math.max(0, plain.scale()));
        String key = "plan.unit." + unit;
        return screen.knows(key) ? screen.say(key, number) : number;
    }

    /** {@code từ 80 % trở lên}. */
    public static String target(Target target, Screen screen) {
        BigDecimal value = target.value();
        String key = "plan.operator." + target.operator();
        return value == null ? screen.say(key) : screen.say(key, value(value, target.unit(), screen));
    }

    public static String measured(MeasuredValue value, Screen screen) {
        return value.known() ? screen.percent(value.numerator(), value.denominator()) : screen.say("plan.no-data");
    }

    /** {@code hạng 28 trên 63 (2023)}. */
    public static String reported(ReportedValue value, String unit, Screen screen) {
        String said = value(value.value(), unit, screen);
        Integer universe = value.universe();
        return universe != null && unit.equals("rank")
                ? screen.say("plan.reported.rank", said, universe, period(value, screen))
                : screen.say("plan.reported.value", said, period(value, screen));
    }

    /** When, and of a rank among how many: {@code năm 2023, trong 63 tỉnh, thành}. */
    public static String context(ReportedValue value, Screen screen) {
        Integer universe = value.universe();
        return universe == null
                ? screen.say("plan.reported.when", period(value, screen))
                : screen.say("plan.reported.among", period(value, screen), universe);
    }

    /** {@code 2023}, {@code 01/2026}. */
    public static String period(ReportedValue value, Screen screen) {
        return value.period().length() == 4
                ? value.period()
                : screen.say(
                        "plan.period.month",
                        value.period().substring(5),
                        value.period().substring(0, 4));
    }

    public static String days(MeasuredValue value, Screen screen) {
        return screen.say(
                "plan.days",
                screen.shortDay(value.days().first()),
                screen.shortDay(value.days().last()));
    }

    public static String line(BigDecimal line, String unit, Screen screen) {
        return value(line.setScale(1, RoundingMode.HALF_UP), unit, screen);
    }

    /** The colour that repeats a status. */
    public static String colour(Status status) {
        return switch (status) {
            case MET -> "green";
            case ON_TRACK -> "blue";
            case BEHIND -> "red";
            case NOT_COMPARABLE -> "amber";
            case NO_DATA, TIER_ABOLISHED -> "grey";
        };
    }
}
