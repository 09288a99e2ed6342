package vn.haidang.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.indicator.internal.ExternalTotals;
import vn.haidang.indicator.internal.ExternalValueRows;
import vn.haidang.organization.UnitId;

/**
 * Values that the platform did not count itself but were reported or published, each with its source. Every version is kept;
 * nothing is folded: what a unit and those under it reported is added when it is read.
 */
@Component
public class ExternalValues {

    /**
     * A value of an indicator over a period, at the unit it belongs to and never also at those above it.
     *
     * @param indicator as {@code module/code}
     * @param among of a rank: among how many
     * @param source the document that says so
     * @param confidence H, M, I or K
     */
    public record Value(
            String indicator,
            UnitId unit,
            DayRange period,
            BigDecimal value,
            @Nullable Integer among,
            String source,
            String confidence) {}

    /** A value with the version that was current when it was read and the day it was recorded here. */
    public record Recorded(Value value, int version, LocalDate recordedOn) {}

    /** How values of several periods and units become one number. */
    public enum Adding {
        /** The values of the periods within the days are added; a period within another of the same unit is part of it. */
        SUM,
        /** Values are changes: those of all periods up to the last day are added. */
        STOCK,
        /** Values say how much there is: the latest of each unit that lives on the last day is taken, and these are added. */
        LEVEL,
        /** Never added, such as a rank or a share: the unit's own latest value within the days. */
        NONE
    }

    /**
     * What a page asks for.
     *
     * @param scope as the tree stood on the last day of each period (on the unit's own last day, if it ended before), or today's
     * @param knownOn only what was recorded up to this day, null for all
     */
    public record Question(
            String indicator,
            Adding adding,
            UnitScope scope,
            DayRange days,
            @Nullable LocalDate knownOn) {}

    /**
     * The answer.
     *
     * @param value null where nothing was reported, or where it cannot be added because periods of a unit overlap in part
     * @param units how many units it comes from
     * @param upTo the last day any of it speaks of
     */
    public record Total(
            Question question,
            @Nullable BigDecimal value,
            int units,
            @Nullable LocalDate upTo,
            boolean overlapping) {}

    private final ExternalValueRows rows;
    private final ExternalTotals totals;
    private final Clock clock;

    public ExternalValues(ExternalValueRows rows, ExternalTotals totals, Clock clock) {
        this.rows = rows;
        this.totals = totals;
        this.clock = clock;
    }

    /** Stores values in the caller's transaction; one that differs from the latest becomes its next version, an equal one changes nothing. Returns how many are new or differ. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int put(Collection<Value> values) {
        return rows.put(List.copyOf(values), LocalDate.now(clock));
    }

    /** As {@link #put}, and takes back what else these indicators say. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Collection<String> indicators, Collection<Value> values) {
        rows.put(List.copyOf(values), LocalDate.now(clock));
        rows.takeBackOthers(List.copyOf(indicators), List.copyOf(values), LocalDate.now(clock));
    }

    /** The latest version of every value of these indicators, the latest period first. */
    public List<Recorded> read(Collection<String> indicators) {
        return rows.read(List.copyOf(indicators));
    }

    /** All answers of one page from one statement, in the order asked. */
    public List<Total> total(List<Question> questions) {
        return totals.read(questions, LocalDate.now(clock));
    }
}
