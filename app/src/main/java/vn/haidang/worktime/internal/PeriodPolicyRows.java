package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicy;

/** Reads the policies of reporting periods. */
@Component
public class PeriodPolicyRows {

    private final JdbcClient jdbc;

    PeriodPolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String code, String name, String nameEn, PeriodKind kind, int closingDay) {}

    public List<PeriodPolicy> on(LocalDate day) {
        Map<String, Map<PeriodKind, Integer>> closing = new LinkedHashMap<>();
        Map<String, Row> named = new LinkedHashMap<>();
        for (Row row : rows(day)) {
            named.putIfAbsent(row.code(), row);
            closing.computeIfAbsent(row.code(), code -> new EnumMap<>(PeriodKind.class))
                    .put(row.kind(), row.closingDay());
        }
        return named.values().stream()
                .map(row -> new PeriodPolicy(
                        row.code(), row.name(), row.nameEn(), closing.getOrDefault(row.code(), Map.of())))
                .toList();
    }

    private List<Row> rows(LocalDate day) {
        return jdbc.sql("""
                        select code, name, name_en, kind, closing_day
                        from worktime.period_policy
                        where valid @> cast(:day as date)
                        order by code, kind
                        """)
                .param("day", day)
                .query((row, number) -> new Row(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        PeriodKind.valueOf(row.getString("kind")),
                        row.getInt("closing_day")))
                .list();
    }
}
