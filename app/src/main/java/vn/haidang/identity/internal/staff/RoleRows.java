package vn.haidang.identity.internal.staff;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles with what they may do and how many hold them. */
@Component
public class RoleRows {

    /** One role of a post. */
    public record Row(String code, long holders, List<String> actions) {}

    private final JdbcClient jdbc;

    RoleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Row> all(LocalDate today) {
        return jdbc.sql("""
                        select r.code,
                          (select count(distinct h.account)
                           from identity.post p join identity.holding h on h.post = p.id and h.valid @> cast(:today as date)
                           where p.role = r.code) as holders,
                          coalesce((select string_agg(x.action, ' ' order by x.action)
                                    from identity.role_action x where x.role = r.code), '') as actions
                        from identity.role r
                        where r.code <> 'resident'
                        order by r.code
                        """)
                .param("today", today)
                .query((row, number) -> new Row(
                        row.getString("code"),
                        row.getLong("holders"),
                        List.of(row.getString("actions").split(" "))))
                .list();
    }
}
