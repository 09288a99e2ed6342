package vn.haidang.plan.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.Tier;
import vn.haidang.plan.Standing.Hold;
import vn.haidang.plan.Target.Level;

/**
 * Days of one level that a measure is asked about.
 *
 * @param last whether these are the last days of a tier that is no more
 */
record Window(MeasureCode measure, Level level, DayRange days, boolean last) {

    /** What decides which days a target is held against. */
    record Calendar(LocalDate today, Map<Tier, LocalDate> lastDays) {

        /** This year to date; of a tier that is no more its last year, up to its last day. */
        Window current(MeasureCode measure, Level level) {
            LocalDate last = level.tier() == null ? null : lastDays.get(level.tier());
            if (last != null && last.isBefore(today)) {
                return new Window(measure, level, new DayRange(last.withDayOfYear(1), last), true);
            }
            return new Window(measure, level, new DayRange(today.withDayOfYear(1), today), false);
        }

        /** The same year up to a month ago; empty in its first month, and of a tier that is no more. */
        Optional<Window> before(MeasureCode measure, Level level) {
            Window current = current(measure, level);
            LocalDate then = today.minusMonths(1);
            return current.last() || then.getYear() < today.getYear()
                    ? Optional.empty()
                    : Optional.of(new Window(
                            measure, level, new DayRange(current.days().first(), then), false));
        }

        /** For a target that held until another took over, the last whole year it held. */
        Window of(MeasureCode measure, Level level, Hold hold, int nextYear) {
            Window current = current(measure, level);
            LocalDate end = LocalDate.of(nextYear == 0 ? today.getYear() : nextYear - 1, 12, 31);
            return switch (hold) {
                case HOLDS, AHEAD -> current;
                case ENDED ->
                    current.last() && !current.days().last().isAfter(end)
                            ? current
                            : new Window(measure, level, new DayRange(end.withDayOfYear(1), end), false);
            };
        }
    }

    String key() {
        return measure.value() + "|" + level + "|" + days.first() + "|" + days.last();
    }
}
