package vn.haidang.plan.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.haidang.plan.MeasuredValue;
import vn.haidang.plan.ReportedValue;
import vn.haidang.plan.Standing;
import vn.haidang.plan.Standing.Hold;
import vn.haidang.plan.Status;
import vn.haidang.plan.Target;

/**
 * The written rules by which a target is met, on track, behind, not comparable, without data or of a tier that is no more. The
 * straight line is our own rule, no document sets one: from nothing on the day a document was issued to its target on the last day of
 * its year; from then on the line is the target. A rank and a yearly growth have no line.
 */
public final class Judgement {

    private static final int DIGITS = 10;
    private static final Set<String> LINED = Set.of("percent", "per_thousand_people");

    private Judgement() {}

    /** Where a target stands by what the platform counted. */
    public static Standing measured(Target target, Hold hold, int nextYear, @Nullable MeasuredValue value) {
        if (target.notComparable() != null) {
            return new Standing(target, hold, Status.NOT_COMPARABLE, "population", value, null, null, nextYear);
        }
        if (value != null && value.last()) {
            return new Standing(
                    target, hold, Status.TIER_ABOLISHED, tierReason(target, value), value, null, null, nextYear);
        }
        if (value == null || !value.known()) {
            return new Standing(target, hold, Status.NO_DATA, "no-fact", value, null, null, nextYear);
        }
        Verdict verdict = verdict(target, hold, value.percent(), value.days().last());
        return new Standing(target, hold, verdict.status(), verdict.reason(), value, null, verdict.line(), nextYear);
    }

    /** Where a target stands by what others published about the unit it is for. */
    public static Standing reported(
            Target target, Hold hold, int nextYear, List<ReportedValue> values, LocalDate today) {
        ReportedValue newest = newest(values);
        if (target.notComparable() != null) {
            return new Standing(target, hold, Status.NOT_COMPARABLE, "population", null, newest, null, nextYear);
        }
        if (newest == null) {
            return new Standing(target, hold, Status.NO_DATA, "no-value", null, null, null, nextYear);
        }
        List<ReportedValue> inTime = values.stream()
                .filter(value -> inTime(target, hold, nextYear, value, today))
                .toList();
        ReportedValue latest = newest(inTime);
        if (latest == null) {
            return new Standing(target, hold, Status.NO_DATA, "too-old", null, newest, null, nextYear);
        }
        ReportedValue comparable = newest(
                inTime.stream().filter(value -> sameUniverse(target, value)).toList());
        if (comparable == null) {
            return new Standing(target, hold, Status.NOT_COMPARABLE, "universe", null, latest, null, nextYear);
        }
        Verdict verdict = verdict(target, hold, comparable.value(), comparable.until());
        return new Standing(
                target, hold, verdict.status(), verdict.reason(), null, comparable, verdict.line(), nextYear);
    }

    /** Where the straight line to a target stands on a day; null where there is none. */
    public static @Nullable BigDecimal line(Target target, LocalDate on) {
        BigDecimal value = target.value();
        if (value == null || !target.operator().rising() || !LINED.contains(target.unit())) {
            return null;
        }
        if (!on.isBefore(target.due()) || !target.start().isBefore(target.due())) {
            return value;
        }
        long whole = ChronoUnit.DAYS.between(target.start(), target.due());
        long gone = Math.clamp(ChronoUnit.DAYS.between(target.start(), on), 0, whole);
        return value.multiply(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }

    private record Verdict(
            Status status, String reason, @Nullable BigDecimal line) {}

    private static Verdict verdict(Target target, Hold hold, BigDecimal value, LocalDate on) {
        if (target.reachedBy(value)) {
            return new Verdict(Status.MET, "reached", null);
        }
        BigDecimal line = line(target, on);
        if (!on.isBefore(target.due()) || hold == Hold.ENDED) {
            return new Verdict(Status.BEHIND, "missed", null);
        }
        if (line == null) {
            return new Verdict(Status.BEHIND, "not-yet", null);
        }
        return value.compareTo(line) >= 0
                ? new Verdict(Status.ON_TRACK, "above-line", line)
                : new Verdict(Status.BEHIND, "below-line", line);
    }

    private static String tierReason(Target target, MeasuredValue value) {
        if (!value.known()) {
            return "tier-unknown";
        }
        return target.reachedBy(value.percent()) ? "tier-reached" : "tier-missed";
    }

    /** A target that holds is judged by values of its own years; one ahead by values of this year or the last. */
    private static boolean inTime(Target target, Hold hold, int nextYear, ReportedValue value, LocalDate today) {
        return switch (hold) {
            case HOLDS -> value.year() >= target.year();
            case ENDED -> value.year() >= target.year() && value.year() < nextYear;
            case AHEAD -> value.year() >= today.getYear() - 1;
        };
    }

    private static boolean sameUniverse(Target target, ReportedValue value) {
        return target.universe() == null || Objects.equals(target.universe(), value.universe());
    }

    private static @Nullable ReportedValue newest(List<ReportedValue> values) {
        return values.stream().max(Comparator.comparing(ReportedValue::until)).orElse(null);
    }
}
