package vn.haidang.casework.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/**
 * Which cases a reader may see: the applicant and whoever acts for them without limits, whoever may read cases at its competent or
 * receiving unit or at one that takes part in it, and auditors. Lists,
 * counts, single cases and evidence all use this one. Whom a case is about does not see it as an official, nor does anybody in their
 * stead.
 */
@Component
class Visibility {

    static final String READ = "casework/read-case";

    /** A reader is read anew at least once a second; until then what it may see is worked out once. */
    private static final Duration SAME = Duration.ofSeconds(1);

    private final Powers powers;
    private final Cache<Reader, Visible> worked =
            Caffeine.newBuilder().weakKeys().expireAfterWrite(SAME).build();

    Visibility(Powers powers) {
        this.powers = powers;
    }

    Visible to(Reader reader) {
        return worked.get(reader, this::workOut);
    }

    private Visible workOut(Reader reader) {
        if (reader.holdsAnywhere(Role.AUDITOR)) {
            return Visible.always();
        }
        AccountId account = reader.account();
        if (account == null) {
            return Visible.never();
        }
        String own = Visible.array(reader.ownParties().stream()
                .map(party -> party.value().toString())
                .toList());
        Set<UnitId> units = powers.units(reader, READ);
        if (units.isEmpty()) {
            return new Visible(
                    "c.applicant = any (cast(:reader_own as uuid[]))",
                    Map.of("reader_own", own),
                    false,
                    reader.ownParties(),
                    Set.of());
        }
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "reader_own",
                own,
                "reader_units",
                Visible.units(units),
                "reader_account",
                account.value().toString()));
        String about = "b.account = cast(:reader_account as uuid)";
        if (!reader.standIns().isEmpty()) {
            about = """
                    (b.account = cast(:reader_account as uuid) or (b.account = any (cast(:reader_principals as uuid[]))
                      and not (c.competent_unit = any (cast(:reader_own_units as uuid[]))
                        or c.receiving_unit = any (cast(:reader_own_units as uuid[])))))""";
            parameters.put(
                    "reader_principals",
                    Bars.array(reader.standIns().stream()
                            .map(Reader.StandIn::principal)
                            .toList()));
            parameters.put("reader_own_units", Visible.units(powers.ownUnits(reader, READ)));
        }
        return new Visible("""
                (c.applicant = any (cast(:reader_own as uuid[]))
                  or ((c.competent_unit = any (cast(:reader_units as uuid[]))
                    or c.receiving_unit = any (cast(:reader_units as uuid[]))
                    or (c.accompanied and exists (
                      select 1 from casework.work_item p
                      where p.case_file = c.id and p.state <> 'CANCELLED'
                        and p.unit = any (cast(:reader_units as uuid[])))))
                  and (not c.barred or not exists (
                    select 1 from casework.barred b
                    where b.case_file = c.id and %s))))\
                """.formatted(about), parameters, false, reader.ownParties(), units);
    }
}
