package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.DossierCodes;

/**
 * Codes by the pattern of their day, numbered per unit and day. A unit without a code of its own in the scheme of the pattern gets
 * the city's of today's scheme followed by its statistical code: that part is ours, and no other unit has it.
 */
@Component
class UnitDayDossierCodes implements DossierCodes {

    private final JdbcClient jdbc;
    private final Units units;
    private final DossierPatterns patterns;

    UnitDayDossierCodes(JdbcClient jdbc, Units units, DossierPatterns patterns) {
        this.jdbc = jdbc;
        this.units = units;
        this.patterns = patterns;
    }

    @Override
    public String next(UnitId unit, LocalDate day) {
        return patterns.on(day).code(scheme -> unitCode(unit, scheme, day), day, number(unit, day));
    }

    private String unitCode(UnitId unit, String scheme, LocalDate day) {
        return units.code(unit, scheme, day).orElseGet(() -> {
            String city = units.code(units.city(day).id(), "qd20", day).orElse("X");
            return city + "."
                    + units.code(unit, "gso", day)
                            .orElseGet(() -> units.get(unit).key());
        });
    }

    private int number(UnitId unit, LocalDate day) {
        return jdbc.sql("""
                        insert into publicservice.dossier_counter as counter (unit, day, last) values (:unit, :day, 1)
                        on conflict (unit, day) do update set last = counter.last + 1
                        returning last
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
