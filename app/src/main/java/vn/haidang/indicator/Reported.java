package vn.haidang.indicator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.organization.Unit;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicy;
import vn.haidang.worktime.ReportingPeriod;

/**
 * What a report speaks of: a unit and a reporting period, which may still be running.
 *
 * @param knownOn only what was known at the end of this day, null for all that is known
 */
public record Reported(
        Unit unit,
        PeriodPolicy policy,
        ReportingPeriod period,
        LocalDate today,
        @Nullable LocalDate knownOn) {

    /** The days of the period, as far as they have come. */
    public DayRange days() {
        return new DayRange(period.first(), period.last().isAfter(today) ? today : period.last());
    }

    /** The day before it, at whose end that stood which it begins with. */
    public DayRange before() {
        return new DayRange(period.first().minusDays(1), period.first().minusDays(1));
    }

    public boolean running() {
        return period.last().isAfter(today);
    }

    public PeriodKind kind() {
        return Objects.requireNonNull(period.kind());
    }

    public Reported about(Unit other) {
        return new Reported(other, policy, period, today, knownOn);
    }

    /** The same as it was known at the end of a day; null for all that is known. */
    public Reported asKnown(@Nullable LocalDate day) {
        return new Reported(unit, policy, period, today, day);
    }

    public Reported previous() {
        return new Reported(unit, policy, policy.previous(period), today, null);
    }

    /** The one after it, null while that has not begun. */
    public @Nullable Reported next() {
        var next = policy.next(period);
        return next.first().isAfter(today) ? null : new Reported(unit, policy, next, today, null);
    }

    /** The same question at a path. */
    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        fields().forEach(address::queryParam);
        return address.encode().toUriString();
    }

    /** Everything that is asked, by the names an address and a form give it. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("unit", unit.key());
        fields.put("policy", policy.code());
        fields.put("step", kind().name());
        fields.put("year", Integer.toString(period.year()));
        fields.put("number", Integer.toString(period.number()));
        if (knownOn != null) {
            fields.put("knownOn", knownOn.toString());
        }
        return fields;
    }
}
