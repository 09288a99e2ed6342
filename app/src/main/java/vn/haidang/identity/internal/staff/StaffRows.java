package vn.haidang.identity.internal.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import vn.haidang.organization.UnitId;
import vn.haidang.reference.Folding;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** Officials and posts as the pages of the administration show them. */
@Component
public class StaffRows {

    /** A post somebody holds, held or will hold. */
    public record Held(
            UUID post,
            UnitId unit,
            Role role,
            String title,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** An account that holds, held or will hold a post. */
    public record Official(
            AccountId id,
            String username,
            String name,
            String email,
            boolean open,
            boolean password,
            List<Held> posts) {}

    /** A seat with whoever sits on it. */
    public record Seat(
            UUID id,
            UnitId unit,
            Role role,
            String title,
            LocalDate from,
            @Nullable AccountId holder,
            @Nullable String name) {}

    /** Posts of one role at one unit. */
    record Beside(long posts, long held) {}

    private record Line(Official official, @Nullable Held held) {}

    @Language("SQL")
    private static final String OFFICIALS = """
            from identity.account a
            where exists (select 1 from identity.holding h where h.account = a.id)
              and (:words = '' or position(:words in platform.fold(a.display_name || ' ' || a.username)) > 0)
              and (:unit = '' or exists (
                select 1 from identity.holding h join identity.post p on p.id = h.post
                where h.account = a.id and p.unit = cast(nullif(:unit, '') as uuid) and h.valid @> cast(:today as date)))
            """;

    @Language("SQL")
    private static final String LINES = """
            select a.id, a.username, a.display_name, coalesce(a.email, '') as email, a.closed_at is null as open,
              a.password_hash is not null as password,
              p.id as post, p.unit, p.role, p.title, lower(h.valid) as since, upper(h.valid) as until
            from identity.account a
              left join identity.holding h on h.account = a.id
              left join identity.post p on p.id = h.post
            """;

    private static final String SEAT =
            "select p.id, p.unit, p.role, p.title, lower(p.valid) as since, a.id as holder, a.display_name ";

    @Language("SQL")
    private static final String SEATS = """
            from identity.post p
              left join identity.holding h on h.post = p.id and h.valid @> cast(:today as date)
              left join identity.account a on a.id = h.account
            where p.valid @> cast(:today as date) and (not :vacant or h.account is null)
              and (:unit = '' or p.unit = cast(nullif(:unit, '') as uuid))
            """;

    private final JdbcClient jdbc;

    StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; those whose name or username contains the words, at one unit or all. */
    public Slice<Official> officials(String words, @Nullable UnitId unit, LocalDate today, PageRequest page) {
        var where = jdbc.sql("select count(*) " + OFFICIALS);
        long total = filtered(where, words, unit, today).query(Long.class).single();
        var ids = filtered(
                        jdbc.sql("select a.id " + OFFICIALS
                                + " order by platform.fold(a.display_name), a.id limit :size offset :offset"),
                        words,
                        unit,
                        today)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return new Slice<>(read(ids), page, total);
    }

    public Optional<Official> official(AccountId id) {
        return read(List.of(id.value())).stream().findFirst();
    }

    /** By name. */
    public List<Official> named(Collection<AccountId> ids) {
        return read(ids.stream().map(AccountId::value).toList());
    }

    List<Official> byUsernames(Set<String> usernames) {
        return grouped(jdbc.sql(LINES + " where a.username = any (cast(:names as text[])) order by lower(h.valid)")
                .param("names", usernames.toArray(String[]::new))
                .query((row, number) -> line(row))
                .list());
    }

    /** Seats that stand today, those without a holder only where asked. */
    public Slice<Seat> seats(boolean vacant, @Nullable UnitId unit, LocalDate today, PageRequest page) {
        long total = seats(jdbc.sql("select count(*) " + SEATS), vacant, unit, today)
                .query(Long.class)
                .single();
        var rows = seats(
                        jdbc.sql(SEAT + SEATS + " order by p.unit, p.role, p.title, p.id limit :size offset :offset"),
                        vacant,
                        unit,
                        today)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> seat(row))
                .list();
        return new Slice<>(rows, page, total);
    }

    /** One seat that stands today. */
    Optional<Seat> seat(UUID post, LocalDate today) {
        return seats(jdbc.sql(SEAT + SEATS + " and p.id = :post"), false, null, today)
                .param("post", post)
                .query((row, number) -> seat(row))
                .optional();
    }

    /** The other seats of its role at its unit that stand today. */
    Beside beside(Seat seat, LocalDate today) {
        return seats(
                        jdbc.sql("select count(*) as posts, count(a.id) as held " + SEATS
                                + " and p.role = :role and p.id <> :post"),
                        false,
                        seat.unit(),
                        today)
                .param("role", seat.role().code())
                .param("post", seat.id())
                .query((row, number) -> new Beside(row.getLong("posts"), row.getLong("held")))
                .single();
    }

    /** Whether some open account holds the role at the unit on a day. */
    boolean isHeld(UnitId unit, Role role, LocalDate day) {
        return jdbc.sql("""
                        select exists (
                          select 1
                          from identity.holding h
                          join identity.post p on p.id = h.post
                          join identity.account a on a.id = h.account and a.closed_at is null
                          where p.unit = :unit and p.role = :role and h.valid @> :day)
                        """)
                .param("unit", unit.value())
                .param("role", role.code())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    boolean holds(AccountId account, UnitId unit, Role role, LocalDate day) {
        return jdbc.sql("""
                        select exists (
                          select 1 from identity.holding h join identity.post p on p.id = h.post
                          where h.account = :account and p.unit = :unit and p.role = :role and h.valid @> :day)
                        """)
                .param("account", account.value())
                .param("unit", unit.value())
                .param("role", role.code())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Ends, or opens again, what somebody holds; nothing is left of what would end on the day it began. */
    void end(UUID post, AccountId account, LocalDate from, @Nullable LocalDate until) {
        var empty = until != null && !until.isAfter(from);
        jdbc.sql(
                        empty
                                ? "delete from identity.holding where post = :post and account = :account and lower(valid) = :since"
                                : """
                                  update identity.holding set valid = daterange(:since, cast(:until as date))
                                  where post = :post and account = :account and lower(valid) = :since
                                  """)
                .param("post", post)
                .param("account", account.value())
                .param("since", from)
                .param("until", until)
                .update();
    }

    void describe(AccountId account, String name, String email) {
        jdbc.sql("update identity.account set display_name = :name, email = nullif(:email, '') where id = :id")
                .param("name", name)
                .param("email", email)
                .param("id", account.value())
                .update();
    }

    /** Closes an account and forgets every way into it. */
    void close(AccountId account, Instant at) {
        jdbc.sql("""
                        with closed as (
                          update identity.account set closed_at = :at, password_hash = null
                          where id = :id and closed_at is null
                        ), sessions as (
                          delete from identity.session where account = :id
                        ), authenticators as (
                          delete from identity.authenticator where account = :id
                        ), passkeys as (
                          delete from identity.passkey where account = :id
                        )
                        delete from identity.recovery_code where account = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", account.value())
                .update();
    }

    /** Ends an empty seat; false while somebody holds it or will. */
    boolean abolish(UUID post, LocalDate today) {
        return jdbc.sql("""
                        update identity.post p set valid = daterange(lower(p.valid), cast(:today as date))
                        where p.id = :post and p.valid @> cast(:today as date) and lower(p.valid) < cast(:today as date)
                          and not exists (
                            select 1 from identity.holding h
                            where h.post = p.id and (upper_inf(h.valid) or upper(h.valid) > cast(:today as date)))
                        """).param("post", post).param("today", today).update() == 1;
    }

    private List<Official> read(Collection<UUID> ids) {
        return grouped(jdbc.sql(LINES + """
                        where a.id = any (cast(:ids as uuid[])) order by platform.fold(a.display_name), a.id, lower(h.valid)
                        """)
                .param("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> line(row))
                .list());
    }

    private static List<Official> grouped(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(line -> line.official().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(of -> {
                    var first = of.getFirst().official();
                    return new Official(
                            first.id(),
                            first.username(),
                            first.name(),
                            first.email(),
                            first.open(),
                            first.password(),
                            of.stream()
                                    .flatMap(line -> Optional.ofNullable(line.held()).stream())
                                    .toList());
                })
                .toList();
    }

    private static Seat seat(ResultSet row) throws SQLException {
        var holder = row.getObject("holder", UUID.class);
        return new Seat(
                row.getObject("id", UUID.class),
                new UnitId(row.getObject("unit", UUID.class)),
                new Role(row.getString("role")),
                row.getString("title"),
                row.getObject("since", LocalDate.class),
                holder == null ? null : new AccountId(holder),
                row.getString("display_name"));
    }

    private static Line line(ResultSet row) throws SQLException {
        var post = row.getObject("post", UUID.class);
        return new Line(
                new Official(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getString("email"),
                        row.getBoolean("open"),
                        row.getBoolean("password"),
                        List.of()),
                post == null
                        ? null
                        : new Held(
                                post,
                                new UnitId(row.getObject("unit", UUID.class)),
                                new Role(row.getString("role")),
                                row.getString("title"),
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class)));
    }

    private static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, String words, @Nullable UnitId unit, LocalDate today) {
        return statement
                .param("words", Folding.fold(words))
                .param("unit", unit == null ? "" : unit.value().toString())
                .param("today", today);
    }

    private static JdbcClient.StatementSpec seats(
            JdbcClient.StatementSpec statement, boolean vacant, @Nullable UnitId unit, LocalDate today) {
        return statement
                .param("vacant", vacant)
                .param("unit", unit == null ? "" : unit.value().toString())
                .param("today", today);
    }
}
