package vn.haidang.casework.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseAccess;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;

/**
 * A condition over the columns of {@code casework.case_file c}, with its parameters; see {@link Visibility}.
 *
 * @param everything whether every case is
 * @param own the parties whose cases are
 * @param units at which they are
 */
record Visible(String sql, Map<String, Object> parameters, boolean everything, Set<PartyId> own, Set<UnitId> units) {

    private static final String OWN =
            "select e.id from casework.case_file e where e.applicant = any (cast(:reader_own as uuid[]))";

    /** What {@link Visibility} shows of cases that others decide on. */
    private static final String OF_OTHERS = OWN + """
             union
            select e.id from casework.case_file e
            where e.receiving_unit <> e.competent_unit and e.receiving_unit = any (cast(:reader_units as uuid[]))
            union
            select e.id from casework.case_file e
            where e.accompanied and exists (
              select from casework.work_item p where p.case_file = e.id and p.unit = any (cast(:reader_units as uuid[])))
            """;

    static Visible always() {
        return new Visible("true", Map.of(), true, Set.of(), Set.of());
    }

    static Visible never() {
        return new Visible("false", Map.of(), false, Set.of(), Set.of());
    }

    /** Whether a case that was read is visible by its own columns; one with others' work in it may be so without. */
    boolean shows(@Nullable PartyId applicant, UnitId competent, UnitId receiving) {
        return everything
                || (applicant != null && own.contains(applicant))
                || units.contains(competent)
                || units.contains(receiving);
    }

    /** Where they lie. */
    CaseAccess.Reach reach() {
        return new CaseAccess.Reach(
                everything, units, own.isEmpty() && units.isEmpty() ? "" : units.isEmpty() ? OWN : OF_OTHERS);
    }

    /** Together with the statement's own parameters. */
    Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(own);
        return all;
    }

    static String units(Collection<UnitId> units) {
        return array(units.stream().map(unit -> unit.value().toString()).toList());
    }

    /** An array as PostgreSQL writes it, of values that need no quoting. */
    static String array(List<String> values) {
        return values.stream().collect(Collectors.joining(",", "{", "}"));
    }
}
