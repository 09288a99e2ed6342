package vn.haidang.identity.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** Posts and who holds them. */
@Component
public class PostRows {

    @Language("SQL")
    private static final String KNOWS_ROLE = "select exists (select 1 from identity.role where code = :role)";

    @Language("SQL")
    private static final String LOCK_ACCOUNT =
            "select id from identity.account where id = :account and closed_at is null for update";

    @Language("SQL")
    private static final String HOLDS_ALREADY = """
            select exists (
              select 1
              from identity.holding h
              join identity.post p on p.id = h.post
              where h.account = :account and p.unit = :unit and p.role = :role and p.title = :title
                and h.valid && daterange(:from, :until))
            """;

    @Language("SQL")
    private static final String FREE_POST = """
            select p.id
            from identity.post p
            where p.unit = :unit and p.role = :role and p.title = :title and p.valid @> daterange(:from, :until)
              and not exists (
                select 1 from identity.holding h where h.post = p.id and h.valid && daterange(:from, :until))
            order by p.id
            limit 1
            for update skip locked
            """;

    @Language("SQL")
    private static final String ADD_POST = """
            insert into identity.post (id, unit, role, title, valid)
            values (:id, :unit, :role, :title, daterange(:from, null))
            """;

    @Language("SQL")
    private static final String ADD_HOLDING = """
            insert into identity.holding (post, account, valid)
            values (:post, :account, daterange(:from, :until))
            """;

    @Language("SQL")
    private static final String TITLE = """
            select p.title
            from identity.holding h
            join identity.post p on p.id = h.post
            where h.account = :account and p.unit = :unit and p.role = :role and h.valid @> cast(:today as date)
            order by lower(h.valid), p.id
            limit 1
            """;

    private final JdbcClient jdbc;

    PostRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean knows(Role role) {
        return jdbc.sql(KNOWS_ROLE)
                .param("role", role.code())
                .query(Boolean.class)
                .single();
    }

    /** Keeps two appointments of one account apart; false when there is no such open account. */
    public boolean lock(AccountId account) {
        return jdbc.sql(LOCK_ACCOUNT)
                .param("account", account.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional()
                .isPresent();
    }

    public boolean holds(
            AccountId account, UnitId unit, Role role, String title, LocalDate from, @Nullable LocalDate until) {
        return jdbc.sql(HOLDS_ALREADY)
                .param("account", account.value())
                .param("unit", unit.value())
                .param("role", role.code())
                .param("title", title)
                .param("from", from)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    /** Of the post held longest, where several are held. */
    public Optional<String> title(AccountId account, UnitId unit, Role role, LocalDate today) {
        return jdbc.sql(TITLE)
                .param("account", account.value())
                .param("unit", unit.value())
                .param("role", role.code())
                .param("today", today)
                .query(String.class)
                .optional();
    }

    public Optional<UUID> free(UnitId unit, Role role, String title, LocalDate from, @Nullable LocalDate until) {
        return jdbc.sql(FREE_POST)
                .param("unit", unit.value())
                .param("role", role.code())
                .param("title", title)
                .param("from", from)
                .param("until", until)
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }

    public void addPost(UUID id, UnitId unit, Role role, String title, LocalDate from) {
        jdbc.sql(ADD_POST)
                .param("id", id)
                .param("unit", unit.value())
                .param("role", role.code())
                .param("title", title)
                .param("from", from)
                .update();
    }

    public void addHolding(UUID post, AccountId account, LocalDate from, @Nullable LocalDate until) {
        jdbc.sql(ADD_HOLDING)
                .param("post", post)
                .param("account", account.value())
                .param("from", from)
                .param("until", until)
                .update();
    }
}
