package vn.haidang.identity.internal.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** The roles with what they may do and how many hold them. */
@Component
public class RoleRows {

    /** One role of a post. */
    public record Row(String code, long holders, List<String> actions) {}

    /** Somebody who may do something at a unit, by a post of their own or as a substitute. */
    public record Power(String action, AccountId account, String name, UnitId unit) {}

    @Language("SQL")
    private static final String ALL = """
            select r.code,
              (select count(distinct h.account)
               from identity.post p join identity.holding h on h.post = p.id and h.valid @> cast(:today as date)
               where p.role = r.code) as holders,
              coalesce((select string_agg(g.action, ' ' order by g.action)
                        from identity.pub_grant g where g.role = r.code), '') as actions
            from identity.role r
            where r.code <> 'resident'
            order by r.code
            """;

    /** What everybody may do is nothing a post gives. */
    @Language("SQL")
    private static final String ACTIONS = """
            select k.action
            from (select action from identity.role_action union select action from identity.declared_grant) k
            where not exists (select from identity.pub_grant g where g.role = 'resident' and g.action = k.action)
            """;

    @Language("SQL")
    private static final String POWERS = """
            select distinct g.action, a.id, a.display_name, s.unit
            from identity.pub_grant g
            join (select h.account, h.unit, h.role from identity.pub_holding h where h.valid @> cast(:today as date)
                  union
                  select u.substitute, u.unit, u.role from identity.pub_substitute u where u.valid @> cast(:today as date)) s
              on s.role = g.role
            join identity.account a on a.id = s.account and a.closed_at is null
            where g.action in (:actions)
            """;

    @Language("SQL")
    private static final String SOMEBODY = """
            select exists (
              select
              from identity.pub_holding h
              join identity.pub_grant g on g.role = h.role and g.action = :action
              join identity.account a on a.id = h.account and a.closed_at is null
              where h.valid @> cast(:day as date))
            """;

    @Language("SQL")
    private static final String GIVES =
            "select exists (select from identity.pub_grant g where g.role = :role and g.action = :action)";

    @Language("SQL")
    private static final String DECLARE = """
            insert into identity.declared_grant (role, action, granted, declared_at)
            values (:role, :action, :granted, :at)
            on conflict (role, action) do update set granted = excluded.granted, declared_at = excluded.declared_at
            """;

    @Language("SQL")
    private static final String AS_SHIPPED = """
            delete from identity.declared_grant d
            where d.granted = exists (
              select from identity.role_action s where s.role = d.role and s.action = d.action)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RoleRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Row> all(LocalDate today) {
        return jdbc.sql(ALL)
                .param("today", today)
                .query((row, number) ->
                        new Row(row.getString("code"), row.getLong("holders"), words(row.getString("actions"))))
                .list();
    }

    /** Every action a post can give, in the order of the alphabet. */
    public Set<String> actions() {
        return new TreeSet<>(jdbc.sql(ACTIONS)
                .query((row, number) -> row.getString("action"))
                .list());
    }

    /** Who may do these actions on a day, and where. */
    List<Power> powers(Collection<String> actions, LocalDate day) {
        return jdbc.sql(POWERS)
                .param("actions", actions)
                .param("today", day)
                .query((row, number) -> new Power(
                        row.getString("action"),
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("display_name"),
                        new UnitId(row.getObject("unit", UUID.class))))
                .list();
    }

    /** Whether anybody holds a post on that day that lets them do it. */
    boolean somebodyMay(String action, LocalDate day) {
        return jdbc.sql(SOMEBODY)
                .param("action", action)
                .param("day", day)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    boolean gives(Role role, String action) {
        return jdbc.sql(GIVES)
                .param("role", role.code())
                .param("action", action)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    void declare(RoleEdit edit) {
        jdbc.sql(DECLARE)
                .param("role", edit.role().code())
                .param("action", edit.action())
                .param("granted", edit.granted())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Lets go of decisions that say what is shipped anyway. */
    void letGoOfWhatIsShipped() {
        jdbc.sql(AS_SHIPPED).update();
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }
}
