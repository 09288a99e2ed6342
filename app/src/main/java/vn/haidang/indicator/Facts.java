package vn.haidang.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.haidang.indicator.internal.DeltaRows;
import vn.haidang.indicator.internal.FoldingLoop;
import vn.haidang.indicator.internal.Settling;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;

/**
 * Where acts record what they changed, in their own transaction: an insert, never an update. Changing a fact is minus the old,
 * plus the new. The figures are exact at commit.
 */
@Component
public class Facts {

    /** The breakdown of a fact that has none. */
    public static final String WHOLE = "";

    private static final String NO_MEMBER = "";

    private final DeltaRows deltas;
    private final Settling settling;
    private final FoldingLoop folding;
    private final Clock clock;

    public Facts(DeltaRows deltas, Settling settling, FoldingLoop folding, Clock clock) {
        this.deltas = deltas;
        this.settling = settling;
        this.folding = folding;
        this.clock = clock;
    }

    /**
     * Adds to a component at the unit the fact belongs to, on the day it happened; known from the clock's day on.
     *
     * @throws IllegalStateException outside the transaction of the act
     */
    public void add(MeasureCode measure, String component, UnitId unit, LocalDate day, String breakdown, long amount) {
        insert(measure, component, unit, day, breakdown, NO_MEMBER, amount);
    }

    /**
     * One fact.
     *
     * @param member empty unless the component counts members or values
     */
    public record Fact(
            MeasureCode measure,
            String component,
            UnitId unit,
            LocalDate day,
            String breakdown,
            String member,
            long amount) {}

    /**
     * Adds all of them in one statement, as {@link #add} does each; none at all is nothing.
     *
     * @throws IllegalStateException outside the transaction of the act
     */
    public void add(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        requireTransaction(facts.getFirst().measure());
        deltas.add(facts, LocalDate.now(clock));
        folding.wakeAfterCommit();
    }

    /**
     * Facts that are written by the same statement as the act they tell of: a part of a {@code with}, and its named parameters. Names
     * of both begin with {@code facts_}.
     */
    public record Addition(String part, Map<String, Object> parameters) {}

    /**
     * As {@link #add(List)}, of at least one, for an act that is one statement: what is returned must become part of it, once, or the
     * facts are not added. Saves the database a turn where many acts happen.
     *
     * @throws IllegalStateException outside the transaction of the act
     */
    public Addition addition(List<Fact> facts) {
        requireTransaction(facts.getFirst().measure());
        folding.wakeAfterCommit();
        return DeltaRows.addition(facts, LocalDate.now(clock));
    }

    /**
     * Adds one to each of these components, as {@link #add} does.
     *
     * @throws IllegalStateException outside the transaction of the act
     */
    public void addOne(MeasureCode measure, List<String> components, UnitId unit, LocalDate day, String breakdown) {
        requireTransaction(measure);
        deltas.addOne(measure, components, unit, day, breakdown, LocalDate.now(clock));
        folding.wakeAfterCommit();
    }

    /** For {@code DISTINCT} components: the member is present while the sum of its amounts is above zero. */
    public void add(
            MeasureCode measure,
            String component,
            UnitId unit,
            LocalDate day,
            String breakdown,
            String member,
            long amount) {
        if (member.isEmpty()) {
            throw new IllegalArgumentException("a member of " + measure.value() + " must have a name");
        }
        insert(measure, component, unit, day, breakdown, member, amount);
    }

    /**
     * Counts a measure anew from its records and adds what differs: for records that change seldom and many at once, such as a
     * catalogue.
     *
     * @throws IllegalStateException outside the transaction of the act
     */
    public void settle(Measure measure) {
        requireTransaction(measure.code());
        add(settling.differences(measure));
    }

    private void insert(
            MeasureCode measure,
            String component,
            UnitId unit,
            LocalDate day,
            String breakdown,
            String member,
            long amount) {
        requireTransaction(measure);
        if (amount == 0) {
            return;
        }
        deltas.add(measure, component, unit, day, breakdown, member, LocalDate.now(clock), amount);
        folding.wakeAfterCommit();
    }

    private static void requireTransaction(MeasureCode measure) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(measure.value() + " must be added in the transaction that changes it");
        }
    }
}
