package vn.haidang.organization.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;

/** The units already loaded, for tables that name them. */
@Component
class KnownUnits {

    /** How long a unit lives; {@code to} is the first day after, null while it lives. */
    record Life(
            UUID id, String key, LocalDate from, @Nullable LocalDate to) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }

        boolean covers(Validity span) {
            var end = span.to();
            return !span.from().isBefore(from) && (to == null || (end != null && !end.isAfter(to)));
        }
    }

    /** By key. */
    record Lives(Map<String, Life> byKey) {

        private static final Life STAND_IN = new Life(new UUID(0, 0), "", LocalDate.EPOCH, null);

        /** The unit a cell names; refuses the cell where there is none. */
        Life require(ReferenceRow row, String column) {
            var key = row.text(column);
            var life = byKey.get(key);
            if (life == null) {
                row.refuse(column, "reference.refused.unknown-key", key);
                return STAND_IN;
            }
            return life;
        }
    }

    @Language("SQL")
    private static final String LIVES =
            "select id, key, lower(valid) as from_day, upper(valid) as to_day from organization.unit";

    private final JdbcClient jdbc;

    KnownUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Lives lives() {
        return jdbc
                .sql(LIVES)
                .query((row, number) -> new Life(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.collectingAndThen(Collectors.toMap(Life::key, life -> life), Lives::new));
    }
}
