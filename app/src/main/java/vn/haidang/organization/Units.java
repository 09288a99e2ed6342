package vn.haidang.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tree of units on any date. */
@Component
public class Units {

    public Optional<Unit> find(UnitId id) {
        throw new UnsupportedOperationException();
    }

    /** @throws vn.haidang.ui.ProblemException {@code organization/no-such-unit} */
    public Unit get(UnitId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Unit> byKey(String key) {
        return find(UnitId.ofKey(key));
    }

    /** The unit that bore a code on a day; codes are recycled, so the day decides. */
    public Optional<Unit> byCode(String scheme, String code, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** The code of a unit in a scheme ({@code gso}, {@code qd20}, {@code qcvn102}) on a day; empty where not established. */
    public Optional<String> code(UnitId unit, String scheme, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** The city this installation serves, on a day. */
    public Unit city(LocalDate on) {
        throw new UnsupportedOperationException();
    }

    public List<Unit> children(UnitId parent, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** All living units of one tier below the city on a day, by name. */
    public List<Unit> ofTier(Tier tier, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** From the root down to the unit itself, as the tree stood on that day. */
    public List<Unit> path(UnitId unit, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** What followed this unit; empty while it lives or where no successor is established. */
    public List<Succession> successors(UnitId unit) {
        throw new UnsupportedOperationException();
    }
}
