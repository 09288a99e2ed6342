package vn.haidang.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.registry.Authorisation;
import vn.haidang.registry.AuthorisationId;
import vn.haidang.registry.Authorisations.NewAuthorisation;

/** The SQL of authorisations. */
@Component
public class AuthorisationRows {

    private static final int MOST = 100;

    /** The number and the name must be the same person's: one slip in a number gives nothing to a stranger. */
    @Language("SQL")
    private static final String MINE_AS_AUTHORISED = """
            (a.delegate_number, platform.fold(a.delegate_name)) = (
              select p.personal_number, platform.fold(r.full_name)
              from registry.account_link l
              join registry.person p on p.id = l.person
              join registry.person_record r on r.person = p.id and r.valid @> cast(:today as date)
              where l.account = :account)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuthorisationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<AuthorisationId> given(AccountId account, UUID key) {
        return jdbc.sql("select id from registry.authorisation where granted_by = :account and key = :key")
                .param("account", account.value())
                .param("key", key)
                .query((row, number) -> new AuthorisationId(row.getObject("id", UUID.class)))
                .optional();
    }

    public Optional<String> numberOf(AccountId account) {
        return jdbc.sql("""
                        select p.personal_number
                        from registry.account_link l
                        join registry.person p on p.id = l.person
                        where l.account = :account
                        """)
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    public void insert(AuthorisationId id, NewAuthorisation wanted, AccountId by, PartyId principal, Instant now) {
        jdbc.sql("""
                        insert into registry.authorisation
                          (id, key, principal_kind, principal, delegate_number, delegate_name, service, term, granted_by, granted_at)
                        values (:id, :key, :kind, :principal, :number, :name, :services, daterange(:from, :last, '[]'), :by, :now)
                        """)
                .param("id", id.value())
                .param("key", wanted.key())
                .param("kind", wanted.by().mandate() == null ? "person" : "business")
                .param("principal", principal.value())
                .param("number", wanted.number())
                .param("name", wanted.name())
                .param("services", wanted.services().stream().sorted().toArray(String[]::new))
                .param("from", wanted.from())
                .param("last", wanted.last())
                .param("by", by.value())
                .param("now", at(now))
                .update();
    }

    public List<Authorisation> givenBy(PartyId principal, LocalDate today) {
        return jdbc.sql("""
                        select a.id, a.delegate_name as other, a.service, lower(a.term) as first, upper(a.term) - 1 as last,
                          a.accepted, a.revoked_at, upper(a.term) <= :today as ended
                        from registry.authorisation a
                        where a.principal = :principal
                        order by a.granted_at desc, a.id desc
                        limit :most
                        """)
                .param("principal", principal.value())
                .param("today", today)
                .param("most", MOST)
                .query((row, number) -> authorisation(row))
                .list();
    }

    public List<Authorisation> receivedBy(AccountId account, LocalDate today) {
        return jdbc.sql("""
                        select a.id, coalesce(b.name, c.full_name) as other, a.service, lower(a.term) as first,
                          upper(a.term) - 1 as last, a.accepted, a.revoked_at, false as ended
                        from registry.authorisation a
                        left join registry.business_record b on b.business = a.principal and b.valid @> cast(:today as date)
                        left join registry.person_record c on c.person = a.principal and c.valid @> cast(:today as date)
                        where upper(a.term) > :today and a.revoked_at is null and coalesce(a.accepted, true)
                          and coalesce(b.name, c.full_name) is not null
                          and\s""" + MINE_AS_AUTHORISED + """
                        order by a.granted_at desc, a.id desc
                        limit :most
                        """)
                .param("account", account.value())
                .param("today", today)
                .param("most", MOST)
                .query((row, number) -> authorisation(row))
                .list();
    }

    /** False when there is none of the authorised that waits for an answer. */
    public boolean answer(AuthorisationId id, AccountId account, boolean accepted, Instant now) {
        return jdbc.sql("""
                        update registry.authorisation a
                        set accepted = :accepted, answered_at = :now
                        where a.id = :id and a.accepted is null and a.revoked_at is null and upper(a.term) > :today
                          and\s""" + MINE_AS_AUTHORISED)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("accepted", accepted)
                        .param("now", at(now))
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
    }

    public boolean giveBack(AuthorisationId id, AccountId account, Instant now) {
        return jdbc.sql("""
                        update registry.authorisation a
                        set revoked_at = :now, revoked_by = :account
                        where a.id = :id and a.accepted and a.revoked_at is null and upper(a.term) > :today
                          and\s""" + MINE_AS_AUTHORISED)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("now", at(now))
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
    }

    public boolean revoke(AuthorisationId id, PartyId principal, AccountId by, Instant now) {
        return jdbc.sql("""
                        update registry.authorisation a
                        set revoked_at = :now, revoked_by = :by
                        where a.id = :id and a.principal = :principal and a.revoked_at is null
                          and coalesce(a.accepted, true) and upper(a.term) > :today
                        """)
                        .param("id", id.value())
                        .param("principal", principal.value())
                        .param("by", by.value())
                        .param("now", at(now))
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
    }

    private static Authorisation authorisation(ResultSet row) throws SQLException {
        return new Authorisation(
                new AuthorisationId(row.getObject("id", UUID.class)),
                row.getString("other"),
                List.of((String[]) row.getArray("service").getArray()),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                state(row));
    }

    private static Authorisation.State state(ResultSet row) throws SQLException {
        Boolean accepted = row.getObject("accepted", Boolean.class);
        if (row.getObject("revoked_at") != null) {
            return Authorisation.State.REVOKED;
        }
        if (Boolean.FALSE.equals(accepted)) {
            return Authorisation.State.DECLINED;
        }
        if (row.getBoolean("ended")) {
            return Authorisation.State.ENDED;
        }
        return accepted == null ? Authorisation.State.WAITING : Authorisation.State.ACCEPTED;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
