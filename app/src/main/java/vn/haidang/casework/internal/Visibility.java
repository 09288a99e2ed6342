package vn.haidang.casework.internal;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/**
 * Which cases a reader may see: the applicant, whoever may read cases at its competent or receiving unit, and auditors. Lists,
 * counts, single cases and evidence all use this one.
 */
@Component
class Visibility {

    private static final String READ = "casework/read-case";

    private final Powers powers;

    Visibility(Powers powers) {
        this.powers = powers;
    }

    Visible to(Reader reader) {
        if (reader.holdsAnywhere(Role.AUDITOR)) {
            return new Visible("true", Map.of());
        }
        AccountId account = reader.account();
        if (account == null) {
            return new Visible("false", Map.of());
        }
        Set<UnitId> units = powers.units(reader, READ);
        if (units.isEmpty()) {
            return new Visible("c.applicant = :reader", Map.of("reader", account.value()));
        }
        return new Visible(
                """
                (c.applicant = :reader
                  or c.competent_unit = any (cast(:reader_units as uuid[]))
                  or c.receiving_unit = any (cast(:reader_units as uuid[])))\
                """,
                Map.of(
                        "reader",
                        account.value(),
                        "reader_units",
                        Visible.array(units.stream()
                                .map(unit -> unit.value().toString())
                                .toList())));
    }
}
