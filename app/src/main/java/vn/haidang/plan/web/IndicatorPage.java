package vn.haidang.plan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Unit;
import vn.haidang.plan.MeasuredValue;
import vn.haidang.plan.Progress;
import vn.haidang.plan.ReportedValue;
import vn.haidang.plan.Standing;
import vn.haidang.plan.Target.Level;
import vn.haidang.ui.Screen;

/**
 * One indicator: what is measured, what is published, and the targets of all documents side by side.
 *
 * @param units the units the published values are about, by key
 */
public record IndicatorPage(LocalDate today, Progress progress, Map<String, Unit> units) {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final int FEW_TARGETS = 3;

    public IndicatorPage {
        units = Map.copyOf(units);
    }

    public boolean measuredHere() {
        return progress.indicator().measure() != null;
    }

    /** Of several levels each has its own heading. */
    public boolean tiered() {
        return progress.levels().stream().anyMatch(level -> level != Level.AREA);
    }

    public List<Standing> standings(Level level) {
        return progress.standings().stream()
                .filter(standing -> standing.target().level() == level)
                .toList();
    }

    public boolean manyTargets(Level level) {
        return standings(level).size() > FEW_TARGETS;
    }

    /** The key of the measure's name in the messages of the module that owns it. */
    public static String measureKey(MeasuredValue value) {
        return value.measure().value().replaceFirst("/", ".measure.");
    }

    public String unitName(ReportedValue value, Screen screen) {
        Unit unit = units.get(value.unitKey());
        return unit == null ? value.unitKey() : screen.english() ? unit.nameEn() : unit.name();
    }

    /** A bar of the picture: a value or a target in percent of the whole width. */
    public record Bar(String label, String text, double width, boolean target) {}

    /** What the picture shows of a level: the value, then each target; empty where nothing is a share. */
    public List<Bar> bars(Level level, Screen screen) {
        if (!progress.indicator().unit().equals("percent")) {
            return List.of();
        }
        List<Bar> bars = new ArrayList<>();
        MeasuredValue measured = progress.current(level);
        if (measured != null && measured.known()) {
            bars.add(new Bar(
                    screen.say("plan.bar.measured", Words.days(measured, screen)),
                    Words.measured(measured, screen),
                    width(measured.percent()),
                    false));
        }
        ReportedValue newest = newest();
        if (measured == null && newest != null) {
            bars.add(new Bar(
                    screen.say("plan.bar.reported", Words.period(newest, screen)),
                    Words.value(newest.value(), progress.indicator().unit(), screen),
                    width(newest.value()),
                    false));
        }
        for (Standing standing : progress.standings()) {
            BigDecimal value = standing.target().value();
            if (standing.target().level() == level && value != null) {
                bars.add(new Bar(
                        screen.say(
                                "plan.bar.target",
                                standing.target().document().shortName(screen.english()),
                                String.valueOf(standing.target().year())),
                        Words.value(value, standing.target().unit(), screen),
                        width(value),
                        true));
            }
        }
        return bars;
    }

    private @Nullable ReportedValue newest() {
        return progress.reported().isEmpty() ? null : progress.reported().getFirst();
    }

    static double width(BigDecimal percent) {
        return percent.min(FULL).max(BigDecimal.ZERO).doubleValue();
    }
}
