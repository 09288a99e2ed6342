package vn.haidang.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.identity.Substitutes.Substitution;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** Substitutes in the database. */
@Component
public class SubstituteRows {

    /** Somebody with a post at a unit. */
    public record Official(AccountId account, String name, Role role) {}

    @Language("SQL")
    private static final String SELECT = """
            select s.id, s.principal, p.display_name as principal_name, s.substitute, n.display_name as substitute_name, s.unit,
                   s.role, lower(s.valid) as valid_from, upper(s.valid) as valid_until
            from identity.substitute s
            join identity.account p on p.id = s.principal
            join identity.account n on n.id = s.substitute
            """;

    private final JdbcClient jdbc;

    SubstituteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean holds(AccountId account, UnitId unit, Role role, LocalDate day) {
        return official(unit, day).stream()
                .anyMatch(each -> each.account().equals(account) && each.role().equals(role));
    }

    public boolean works(AccountId account, UnitId unit, LocalDate day) {
        return official(unit, day).stream().anyMatch(each -> each.account().equals(account));
    }

    /** By name: who holds which role at a unit on a day. */
    public List<Official> official(UnitId unit, LocalDate day) {
        return jdbc.sql("""
                        select distinct a.display_name, a.id, p.role
                        from identity.post p
                        join identity.holding h on h.post = p.id and h.valid @> :day
                        join identity.account a on a.id = h.account and a.closed_at is null
                        where p.unit = :unit
                        order by a.display_name, a.id, p.role
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, number) -> new Official(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("display_name"),
                        new Role(row.getString("role"))))
                .list();
    }

    /** Keeps two declarations of one principal apart. */
    public void lock(AccountId principal) {
        jdbc.sql("select id from identity.account where id = :id for update")
                .param("id", principal.value())
                .query(UUID.class)
                .optional();
    }

    public boolean overlaps(AccountId principal, UnitId unit, Role role, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select exists (
                          select 1 from identity.substitute
                          where principal = :principal and unit = :unit and role = :role and valid && daterange(:from, :until))
                        """)
                .param("principal", principal.value())
                .param("unit", unit.value())
                .param("role", role.code())
                .param("from", from)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    public void add(
            UUID id,
            AccountId principal,
            AccountId substitute,
            UnitId unit,
            Role role,
            LocalDate from,
            LocalDate until,
            @Nullable UUID by,
            Instant at) {
        jdbc.sql("""
                        insert into identity.substitute (id, principal, substitute, unit, role, valid, declared_at, declared_by)
                        values (:id, :principal, :substitute, :unit, :role, daterange(:from, :until), :at, :by)
                        """)
                .param("id", id)
                .param("principal", principal.value())
                .param("substitute", substitute.value())
                .param("unit", unit.value())
                .param("role", role.code())
                .param("from", from)
                .param("until", until)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    public Optional<Substitution> find(UUID id) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("id", id)
                .query((row, number) -> substitution(row))
                .optional();
    }

    public List<Substitution> of(AccountId account, Set<UnitId> headed, LocalDate today) {
        return jdbc.sql(SELECT + """
                        where upper(s.valid) > :today
                          and (s.principal = :account or s.substitute = :account or s.unit = any (cast(:headed as uuid[])))
                        order by lower(s.valid), s.id
                        """)
                .param("today", today)
                .param("account", account.value())
                .param(
                        "headed",
                        headed.stream().map(unit -> unit.value().toString()).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> substitution(row))
                .list();
    }

    /** Those of everybody that hold today or will, the next to end first. */
    public Slice<Substitution> all(LocalDate today, PageRequest page) {
        long total = jdbc.sql("select count(*) from identity.substitute s where upper(s.valid) > :today")
                .param("today", today)
                .query(Long.class)
                .single();
        var lines = jdbc.sql(SELECT + """
                        where upper(s.valid) > :today
                        order by upper(s.valid), s.id
                        limit :size offset :offset
                        """)
                .param("today", today)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> substitution(row))
                .list();
        return new Slice<>(lines, page, total);
    }

    /** The declaration that began on a day, if there is one. */
    public Optional<Substitution> begun(
            AccountId principal, AccountId substitute, UnitId unit, Role role, LocalDate from) {
        return jdbc.sql(SELECT + """
                        where s.principal = :principal and s.substitute = :substitute and s.unit = :unit and s.role = :role
                          and lower(s.valid) = :from
                        """)
                .param("principal", principal.value())
                .param("substitute", substitute.value())
                .param("unit", unit.value())
                .param("role", role.code())
                .param("from", from)
                .query((row, number) -> substitution(row))
                .optional();
    }

    /** What had not begun never was. */
    public void end(UUID id, LocalDate day) {
        jdbc.sql("delete from identity.substitute where id = :id and lower(valid) >= :day")
                .param("id", id)
                .param("day", day)
                .update();
        jdbc.sql("update identity.substitute set valid = daterange(lower(valid), :day) where id = :id")
                .param("id", id)
                .param("day", day)
                .update();
    }

    private static Substitution substitution(ResultSet row) throws SQLException {
        return new Substitution(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("principal", UUID.class)),
                row.getString("principal_name"),
                new AccountId(row.getObject("substitute", UUID.class)),
                row.getString("substitute_name"),
                new UnitId(row.getObject("unit", UUID.class)),
                new Role(row.getString("role")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
