package vn.haidang.organization.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends and steps that were declared here hold against reference data loaded later. */
@Component
class DeclaredEnds {

    private static final List<String> APPLY = List.of("""
            update organization.unit u set valid = daterange(lower(u.valid), e.on_day)
            from organization.unit_end e
            where e.unit = u.id and coalesce(upper(u.valid), date 'infinity') > e.on_day
            """, """
            delete from organization.unit_code c using organization.unit_end e
            where e.unit = c.unit and lower(c.valid) >= e.on_day
            """, """
            update organization.unit_code c set valid = daterange(lower(c.valid), e.on_day)
            from organization.unit_end e
            where e.unit = c.unit and coalesce(upper(c.valid), date 'infinity') > e.on_day
            """, """
            update organization.unit_name n set valid = daterange(lower(n.valid), e.on_day)
            from organization.unit_end e
            where e.unit = n.unit and lower(n.valid) < e.on_day and coalesce(upper(n.valid), date 'infinity') > e.on_day
            """, """
            update organization.unit_stood s set valid = daterange(lower(s.valid), e.on_day)
            from organization.unit_end e
            where e.unit = s.unit and lower(s.valid) < e.on_day and coalesce(upper(s.valid), date 'infinity') > e.on_day
            """, """
            delete from organization.succession s
            where s.origin = 'reference' and (s.extent is null or s.extent = 'unknown')
              and exists (
                select from organization.succession d where d.from_unit = s.from_unit and d.origin = 'declared')
            """);

    private final JdbcClient jdbc;

    DeclaredEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply() {
        APPLY.forEach(sql -> jdbc.sql(sql).update());
    }
}
