package vn.haidang.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.internal.ExternalValueRows;
import vn.haidang.organization.UnitId;

/** Values that the platform did not count itself but were reported or published, each with its source; every version is kept. */
@Component
public class ExternalValues {

    /**
     * A value of an indicator at a unit over a period.
     *
     * @param indicator as {@code module/code}
     * @param source the document that says so
     */
    public record Value(String indicator, UnitId unit, DayRange period, BigDecimal value, String source) {}

    /** A value with the version that was current when it was read and the day it was recorded here. */
    public record Recorded(Value value, int version, LocalDate recordedOn) {}

    private final ExternalValueRows rows;
    private final Clock clock;

    public ExternalValues(ExternalValueRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Stores values in the caller's transaction; one that differs from the latest becomes its next version, an equal one changes nothing. */
    public void put(Collection<Value> values) {
        rows.put(List.copyOf(values), LocalDate.now(clock));
    }

    /** The latest version of every value of an indicator at a unit whose period lies within these days, oldest period first. */
    public List<Recorded> read(String indicator, UnitId unit, DayRange days) {
        return rows.read(indicator, unit, days);
    }
}
