package vn.haidang.casework;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.CaseSight;
import vn.haidang.identity.Reader;

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

    private final CaseSight sight;

    public CaseAccess(CaseSight sight) {
        this.sight = sight;
    }

    /** @param id an expression of the statement that gives the id of a case, for example {@code a.case_id} */
    public Condition to(Reader reader, String id) {
        return sight.of(reader, id);
    }
}
