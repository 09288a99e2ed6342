package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.DossierCodes;

/**
 * {@code <unit code>-YYMMDD-XXXX}, numbered per unit and day, as Circular 01/2018/TT-VPCP had it (Art. 19); the ten-thousandth of a
 * day gets a fifth digit. A unit without an electronic code of its own gets the city's followed by its statistical code: that part
 * is ours.
 */
@Component
class UnitDayDossierCodes implements DossierCodes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final JdbcClient jdbc;
    private final Units units;

    UnitDayDossierCodes(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    @Override
    public String next(UnitId unit, LocalDate day) {
        return "%s-%s-%04d".formatted(unitCode(unit, day), DAY.format(day), number(unit, day));
    }

    private String unitCode(UnitId unit, LocalDate day) {
        return units.code(unit, "qd20", day).orElseGet(() -> {
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
