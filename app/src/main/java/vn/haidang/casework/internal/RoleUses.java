package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Role;

/** What work still speaks of a role. */
@Component
public class RoleUses {

    /** A procedure that gives the role a step, today or later. */
    public record Procedure(String code, String name, String nameEn) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    RoleUses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public long openItems(Role role) {
        return jdbc.sql("select count(*) from casework.work_item w where w.role = :role and w.done_at is null")
                .param("role", role.code())
                .query(Long.class)
                .single();
    }

    /** By name; also those whose open cases began under an older version. */
    public List<Procedure> procedures(Role role) {
        return jdbc.sql("""
                        select distinct p.name, p.name_en, p.code
                        from casework.procedure p
                        join casework.procedure_step s on s.procedure = p.code and s.version = p.version
                        where :role in (s.role, s.consult_role)
                          and (upper_inf(p.validity) or upper(p.validity) > :today
                            or exists (
                              select 1 from casework.case_file c
                              where c.procedure = p.code and c.procedure_version = p.version and c.closed_at is null))
                        order by p.name, p.code
                        """)
                .param("role", role.code())
                .param("today", LocalDate.now(clock))
                .query((row, number) ->
                        new Procedure(row.getString("code"), row.getString("name"), row.getString("name_en")))
                .list();
    }
}
