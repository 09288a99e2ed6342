package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.organization.Continuation;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** Where the work of a step lies on a day: at a unit of the case, or at what the unit named in the table has become by then. */
@Component
public class StepUnits {

    /** In whose queue it is. */
    record Desk(UnitId unit, Role role) {}

    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    StepUnits(Units units, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a named unit became where all of it went to one other; where it was divided, or nothing is established, the work lies where the
     * unit was until a person says who takes it.
     */
    Desk of(Procedure.Doer doer, CaseSummary of, Instant at) {
        UnitRule rule = doer.rule();
        UnitId said = rule.place().unit(of.competentUnit(), of.receivingUnit());
        UnitId unit = rule.named().isEmpty()
                ? said
                : on(said, LocalDate.ofInstant(at, clock.getZone()))
                        .map(Unit::id)
                        .orElse(said);
        return new Desk(unit, rule.ofHead() ? head(unit) : doer.role());
    }

    /**
     * Where the work lies that some must not do: where it would, unless they are the only ones who could there; then with the head of the
     * unit, and where that is one of them or the post is vacant, with the head of the next unit above.
     */
    Desk besides(Set<AccountId> notBy, Desk desk, LocalDate day) {
        if (notBy.isEmpty() || !onlyThey(notBy, desk, day)) {
            return desk;
        }
        List<Unit> path = units.find(desk.unit()).isEmpty() ? List.of() : units.path(desk.unit(), day);
        return path.reversed().stream()
                .map(above -> new Desk(above.id(), head(above.id())))
                .filter(above -> anybodyBut(notBy, above, day))
                .findFirst()
                .orElse(desk);
    }

    private boolean onlyThey(Set<AccountId> notBy, Desk desk, LocalDate day) {
        return anybodyBut(Set.of(), desk, day) && !anybodyBut(notBy, desk, day);
    }

    private boolean anybodyBut(Set<AccountId> notBy, Desk desk, LocalDate day) {
        return jdbc.sql("""
                        select exists (
                          select from identity.pub_holding h
                          where h.unit = :unit and h.role = :role and h.valid @> cast(:day as date)
                            and h.account <> all (cast(:accounts as uuid[])))
                        """)
                .param("unit", desk.unit().value())
                .param("role", desk.role().code())
                .param("day", day)
                .param("accounts", Bars.array(notBy))
                .query(Boolean.class)
                .single();
    }

    /** What a unit named in a table is on a day; empty where no single unit is. */
    Optional<Unit> on(UnitId named, LocalDate day) {
        Optional<Unit> known = units.find(named);
        if (known.isEmpty() || known.get().livesOn(day)) {
            return known;
        }
        List<Continuation> by = units.continuedBy(named, day);
        return by.size() == 1 && by.getFirst().whole()
                ? Optional.of(by.getFirst().unit())
                : Optional.empty();
    }

    /** The steps at units that the table names, and what these are on a day; empty where nobody could reach them then. */
    public Map<Procedure.Step, Optional<Unit>> named(Procedure procedure, LocalDate day) {
        Map<Procedure.Step, Optional<Unit>> named = new LinkedHashMap<>();
        for (Procedure.Step step : procedure.steps()) {
            Procedure.Doer doer = step.doer();
            if (doer != null) {
                doer.rule().named().ifPresent(key -> named.put(step, on(UnitId.ofKey(key), day)));
            }
        }
        return named;
    }

    /** Whether a unit ended by a day and no single other one took all of it. */
    boolean isGone(String key, LocalDate day) {
        Unit unit = units.byKey(key).orElse(null);
        return unit != null
                && !day.isBefore(unit.validFrom())
                && on(unit.id(), day).isEmpty();
    }

    /** The city is headed by its leaders, every other unit by its head. */
    private Role head(UnitId unit) {
        return units.find(unit)
                        .filter(known -> known.tier() == Tier.CITY && known.parent() == null)
                        .isPresent()
                ? Role.LEADER
                : Role.UNIT_HEAD;
    }

    /** How a unit named in a table is called; its key where there is no such unit. */
    String name(String key, Locale locale) {
        return units.byKey(key)
                .map(unit -> locale.getLanguage().equals("en") ? unit.nameEn() : unit.name())
                .orElse(key);
    }
}
