package vn.haidang.casework.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
