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
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.identity.StaffChange;
import vn.haidang.organization.UnitId;

/** The roles with what they may do and how many hold them. */
@Component
public class RoleRows {

    /**
     * One role of a post.
     *
     * @param founded whether an administrator founded it here, and may withdraw it
     */
    public record Row(String code, long holders, List<String> actions, boolean founded) {}

    /** Somebody who may do something at a unit, by a post of their own or as a substitute. */
    public record Power(String action, AccountId account, String name, UnitId unit) {}

    @Language("SQL")
    private static final String ALL = """
            select r.code, r.founded_at is not null as founded,
              (select count(distinct h.account)
               from identity.post p join identity.holding h on h.post = p.id and h.valid @> cast(:today as date)
               where p.role = r.code) as holders,
              coalesce((select string_agg(g.action, ' ' order by g.action)
                        from identity.pub_grant g where g.role = r.code), '') as actions
            from identity.role r
            where r.code <> 'resident' and r.withdrawn_at is null
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

    private static final String SOMEBODY = """
            from identity.pub_holding h
            join identity.pub_grant g on g.role = h.role and g.action = :action
            join identity.account a on a.id = h.account and a.closed_at is null
            join organization.pub_unit_life u on u.id = h.unit
            """;

    @Language("SQL")
    private static final String DAYS = """
            select cast(coalesce(range_agg(h.valid * u.valid) * datemultirange(daterange(cast(:since as date), null)), '{}') as text)
            """ + SOMEBODY;

    /** Units that end give their holders nothing from that day on. */
    @Language("SQL")
    private static final String LEFT_ALONE = """
            select not (coalesce(range_agg(h.valid * u.valid) * datemultirange(daterange(cast(:since as date), null)), '{}')
              <@ coalesce(range_agg(h.valid * u.valid * case
                  when u.id = any (cast(:ending as uuid[])) then daterange(null, cast(:on as date))
                  else daterange(null, null) end), '{}'))
            """ + SOMEBODY;

    @Language("SQL")
    private static final String HOLDERS = """
            select distinct a.id, a.display_name, s.unit, s.role
            from (select h.account, h.unit, h.role from identity.pub_holding h where h.valid @> cast(:today as date)
                  union
                  select u.substitute, u.unit, u.role from identity.pub_substitute u where u.valid @> cast(:today as date)) s
            join identity.account a on a.id = s.account
            where s.role in (:roles)
            order by a.display_name, a.id, s.unit, s.role
            """;

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
                .query((row, number) -> new Row(
                        row.getString("code"),
                        row.getLong("holders"),
                        words(row.getString("actions")),
                        row.getBoolean("founded")))
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

    /** On which days from this one on somebody holds a post that lets them do it, as the database writes sets of days. */
    String daysWithSomebodyWho(String action, LocalDate since) {
        return jdbc.sql(DAYS)
                .param("action", action)
                .param("since", since)
                .query((row, number) -> row.getString(1))
                .single();
    }

    /** Whether all these days are still such. */
    boolean stillOn(String days, String action, LocalDate since) {
        return jdbc.sql("select cast(:before as datemultirange) <@ cast(:after as datemultirange)")
                .param("before", days)
                .param("after", daysWithSomebodyWho(action, since))
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Whether a day from {@code since} on, on which somebody may do it, would have nobody any more if these units ended. */
    boolean leavesNobodyWho(String action, LocalDate since, Collection<UnitId> ending, LocalDate on) {
        return jdbc.sql(LEFT_ALONE)
                .param("action", action)
                .param("since", since)
                .param("on", on)
                .param(
                        "ending",
                        ending.stream().map(unit -> unit.value().toString()).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Who may act in one of these roles on a day, holding it or in somebody's stead: as a loss of that day. */
    List<StaffChange.Loss> losing(Collection<Role> roles, LocalDate day) {
        return jdbc.sql(HOLDERS)
                .param("roles", roles.stream().map(Role::code).toList())
                .param("today", day)
                .query((row, number) -> new StaffChange.Loss(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("display_name"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        new Role(row.getString("role")),
                        day,
                        false))
                .list();
    }

    /** Every code that names or named a role, so that none is given twice. */
    public Set<String> codes() {
        return new TreeSet<>(jdbc.sql("select code from identity.role")
                .query((row, number) -> row.getString("code"))
                .list());
    }

    void found(RoleEdit.Found edit) {
        jdbc.sql("""
                        insert into identity.role (code, name, name_en, founded_at) values (:code, :name, :nameEn, :at)
                        """)
                .param("code", edit.role().code())
                .param("name", edit.name())
                .param("nameEn", edit.nameEn())
                .param("at", now())
                .update();
    }

    /** Whether somebody holds the role today or will. */
    boolean isHeld(Role role, LocalDate today) {
        return jdbc.sql("""
                        select exists (
                          select from identity.post p
                          join identity.holding h on h.post = p.id
                          where p.role = :role and (upper_inf(h.valid) or upper(h.valid) > cast(:today as date)))
                        """)
                .param("role", role.code())
                .param("today", today)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Seats of the role that stand or will. */
    List<UUID> seats(Role role, LocalDate today) {
        return jdbc.sql("""
                        select p.id from identity.post p
                        where p.role = :role and (upper_inf(p.valid) or upper(p.valid) > cast(:today as date))
                        order by p.id
                        """)
                .param("role", role.code())
                .param("today", today)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** From now on the role gives nothing and is given to nobody; seats that would begin today or later never were. */
    void withdraw(Role role, LocalDate today) {
        jdbc.sql("""
                        delete from identity.post p
                        where p.role = :role and lower(p.valid) >= cast(:today as date)
                          and not exists (select from identity.holding h where h.post = p.id)
                        """).param("role", role.code()).param("today", today).update();
        jdbc.sql("""
                        update identity.post set valid = daterange(lower(valid), cast(:today as date))
                        where role = :role and lower(valid) < cast(:today as date)
                          and (upper_inf(valid) or upper(valid) > cast(:today as date))
                        """).param("role", role.code()).param("today", today).update();
        jdbc.sql("delete from identity.declared_grant where role = :role")
                .param("role", role.code())
                .update();
        jdbc.sql("update identity.role set withdrawn_at = :at where code = :role")
                .param("role", role.code())
                .param("at", now())
                .update();
    }

    void declare(RoleEdit.Grant edit) {
        jdbc.sql(DECLARE)
                .param("role", edit.role().code())
                .param("action", edit.action())
                .param("granted", edit.granted())
                .param("at", now())
                .update();
    }

    /** Lets go of decisions that say what is shipped anyway. */
    void letGoOfWhatIsShipped() {
        jdbc.sql(AS_SHIPPED).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }
}
