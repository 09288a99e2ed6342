package vn.haidang.casework;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.CaseSight;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/** For lists of other modules that join cases: the one predicate by which cases are seen, as SQL. */
@Component
public class CaseAccess {

    /**
     * A condition that holds for the cases a reader may see.
     *
     * @param parameters of the condition, by names that begin with {@code reader_}
     */
    public record Condition(String sql, Map<String, Object> parameters) {

        public Condition {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * Where the cases lie that a reader may see, for long lists that go from unit to unit. What is found there has still to meet
     * {@link #to}.
     *
     * @param everywhere at every unit
     * @param units as competent ones, where not everywhere
     * @param elsewhere a query for the ids of those that may be seen at other units, with the parameters of {@link #to}; empty for none
     */
    public record Reach(boolean everywhere, Set<UnitId> units, String elsewhere) {

        public Reach {
            units = Set.copyOf(units);
        }

        public boolean nowhere() {
            return !everywhere && units.isEmpty() && elsewhere.isEmpty();
        }

        /** For {@code cast(… as uuid[])}. */
        public String[] unitsAsArray() {
            return units.stream().map(unit -> unit.value().toString()).toArray(String[]::new);
        }
    }

    private final CaseSight sight;

    public CaseAccess(CaseSight sight) {
        this.sight = sight;
    }

    /** @param id an expression of the statement that gives the id of a case, for example {@code a.case_id} */
    public Condition to(Reader reader, String id) {
        return sight.of(reader, id);
    }

    public Reach reach(Reader reader) {
        return sight.reach(reader);
    }
}
