package vn.haidang.casework.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.haidang.organization.UnitId;

/** A condition over the columns of {@code casework.case_file c}, with its parameters; see {@link Visibility}. */
record Visible(String sql, Map<String, Object> parameters) {

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
