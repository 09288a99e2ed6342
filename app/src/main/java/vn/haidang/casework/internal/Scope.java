package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.haidang.indicator.UnitScope;

/** A scope of units as SQL over the published views of the organization. */
record Scope(UnitScope asked, Map<String, Object> parameters) {

    static Scope of(UnitScope asked, LocalDate today) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("scope_unit", asked.unit().value());
        parameters.put("scope_tier", asked.tier() == null ? "" : asked.tier().name());
        parameters.put("scope_today", today);
        return new Scope(asked, parameters);
    }

    /** Whether the unit in a column is in scope on the day in another. */
    String onDay(String unit, String day) {
        return switch (asked.tree()) {
            case AS_IT_WAS -> descends(unit, day);
            case TODAY -> """
                exists (
                  select 1 from organization.pub_today n
                  where n.unit = %s and %s)
                """.formatted(unit, descends("n.today", ":scope_today"));
            case GROUP -> """
                exists (
                  select 1 from organization.pub_comparable a
                    join organization.pub_comparable b on b.area = a.area
                  where a.unit = :scope_unit and b.unit = %s)
                """.formatted(unit);
        };
    }

    private static String descends(String unit, String day) {
        return """
                exists (
                  select 1 from organization.pub_descendant d
                    join organization.pub_unit u on u.id = d.descendant
                  where d.ancestor = :scope_unit and d.descendant = %s and d.valid @> cast(%s as date)
                    and (:scope_tier = '' or u.tier = :scope_tier))
                """.formatted(unit, day);
    }
}
