package vn.haidang.organization.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.ReformId;

/** Takes back what a declared change wrote. */
@Component
class WithdrawnReforms {

    /** Names, places and codes that were cut at its day last again as long as the unit. */
    private static final List<String> STATEMENTS = List.of(
            "delete from organization.succession where reform = :reform",
            "delete from organization.unit_code where reform = :reform",
            """
            update organization.unit_code c set valid = daterange(lower(c.valid), e.was_until)
            from organization.unit_end e
            where e.reform = :reform and c.unit = e.unit and upper(c.valid) = e.on_day
            """,
            """
            update organization.unit_name n set valid = daterange(lower(n.valid), e.was_until)
            from organization.unit_end e
            where e.reform = :reform and n.unit = e.unit and upper(n.valid) = e.on_day
            """,
            """
            update organization.unit_stood s set valid = daterange(lower(s.valid), e.was_until)
            from organization.unit_end e
            where e.reform = :reform and s.unit = e.unit and upper(s.valid) = e.on_day
            """,
            """
            update organization.unit u set valid = daterange(lower(u.valid), e.was_until)
            from organization.unit_end e
            where e.reform = :reform and u.id = e.unit
            """,
            "delete from organization.unit_end where reform = :reform",
            """
            with gone as (
              delete from organization.unit_name where reform = :reform returning unit, valid
            )
            update organization.unit_name n set valid = n.valid + g.valid
            from gone g
            where n.unit = g.unit and upper(n.valid) = lower(g.valid)
            """,
            """
            with gone as (
              delete from organization.unit_stood where reform = :reform returning unit, valid
            )
            update organization.unit_stood s set valid = s.valid + g.valid
            from gone g
            where s.unit = g.unit and upper(s.valid) = lower(g.valid)
            """,
            """
            delete from organization.unit_parent p using organization.unit u
            where u.reform = :reform and (p.unit = u.id or p.parent = u.id)
            """,
            """
            delete from organization.descendant d using organization.unit u
            where u.reform = :reform and (d.ancestor = u.id or d.descendant = u.id)
            """,
            """
            delete from organization.continuation c using organization.unit u
            where u.reform = :reform and (c.unit = u.id or c.continued_by = u.id)
            """,
            """
            delete from organization.container c using organization.unit u
            where u.reform = :reform and (c.unit = u.id or c.within = u.id)
            """,
            """
            delete from organization.unit_outline o using organization.unit u
            where u.reform = :reform and o.unit = u.id
            """,
            "delete from organization.area_break",
            "delete from organization.comparable",
            "delete from organization.unit where reform = :reform",
            "delete from organization.reform where id = :reform",
            "delete from organization.document where key = 'declared-' || cast(:reform as text)");

    private final JdbcClient jdbc;

    WithdrawnReforms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void withdraw(ReformId id) {
        STATEMENTS.forEach(sql -> {
            var statement = jdbc.sql(sql);
            (sql.contains(":reform") ? statement.param("reform", id.value()) : statement).update();
        });
    }
}
