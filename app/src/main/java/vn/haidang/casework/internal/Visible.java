package vn.haidang.casework.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;

/**
 * Which cases a reader may see, as SQL over the columns of {@code casework.case_file c}: the applicant, whoever holds a
 * role at its competent or receiving unit, and auditors. Lists, counts, single cases and evidence all use this one.
 */
record Visible(String sql, Map<String, Object> parameters) {

    static Visible to(Reader reader) {
        if (reader.holdsAnywhere(Role.AUDITOR)) {
            return new Visible("true", Map.of());
        }
        AccountId account = reader.account();
        if (account == null) {
            return new Visible("false", Map.of());
        }
        if (!reader.official()) {
            return new Visible("c.applicant = :reader", Map.of("reader", account.value()));
        }
        return new Visible("""
                (c.applicant = :reader
                  or c.competent_unit = any (cast(:reader_units as uuid[]))
                  or c.receiving_unit = any (cast(:reader_units as uuid[])))\
                """, Map.of("reader", account.value(), "reader_units", units(reader)));
    }

    /** Together with the statement's own parameters. */
    Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(own);
        return all;
    }

    private static String units(Reader reader) {
        return array(
                reader.units().stream().map(unit -> unit.value().toString()).toList());
    }

    /** An array as PostgreSQL writes it, of values that need no quoting. */
    static String array(List<String> values) {
        return values.stream().collect(Collectors.joining(",", "{", "}"));
    }
}
