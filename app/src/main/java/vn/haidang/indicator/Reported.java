package vn.haidang.indicator;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.organization.Unit;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicy;
import vn.haidang.worktime.ReportingPeriod;

/** What a report speaks of: a unit and a reporting period, which may still be running. */
public record Reported(Unit unit, PeriodPolicy policy, ReportingPeriod period, LocalDate today) {

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
        return new Reported(other, policy, period, today);
    }

    public Reported previous() {
        return new Reported(unit, policy, policy.previous(period), today);
    }

    /** The one after it, null while that has not begun. */
    public @Nullable Reported next() {
        var next = policy.next(period);
        return next.first().isAfter(today) ? null : new Reported(unit, policy, next, today);
    }

    /** The same question at a path. */
    public String at(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("unit", unit.key())
                .queryParam("policy", policy.code())
                .queryParam("step", kind())
                .queryParam("year", period.year())
                .queryParam("number", period.number())
                .encode()
                .toUriString();
    }
}
