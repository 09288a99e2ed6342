package vn.haidang.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.spi.Representation;

/** For whom an account may act, read from the records of today: nothing is granted that is not in them any more. */
@Component
public class Mandates implements Representation {

    @Language("SQL")
    private static final String STANDING = """
            with me as (
              select p.id as person, p.personal_number
              from registry.person p
              where p.id = %s
            ), standing as (
              select 'LEGAL_REPRESENTATIVE' as basis, 1 as rank, 'BUSINESS' as kind, r.id, r.business as party,
                b.name, '{}'::text[] as service, null::date as since, upper(r.valid) - 1 as last
              from me
              join registry.business_representative r on r.person = me.person and r.valid @> cast(:day as date)
              join registry.business_record b on b.business = r.business and b.valid @> cast(:day as date)
              union all
              select 'GUARDIAN', 2, 'PERSON', g.id, g.child, c.full_name, '{}', null, upper(g.valid) - 1
              from me
              join registry.guardianship g on g.guardian = me.person and g.valid @> cast(:day as date)
              join registry.person_record c on c.person = g.child and c.valid @> cast(:day as date)
              union all
              select 'AUTHORISED', 3, upper(a.principal_kind), a.id, a.principal, coalesce(b.name, c.full_name), a.service,
                lower(a.term), upper(a.term) - 1
              from me
              join registry.authorisation a on a.delegate_number = me.personal_number and a.term @> cast(:day as date)
                and a.accepted and a.revoked_at is null
              left join registry.business_record b on b.business = a.principal and b.valid @> cast(:day as date)
              left join registry.person_record c on c.person = a.principal and c.valid @> cast(:day as date)
              where coalesce(b.name, c.full_name) is not null
            )
            select s.basis, s.kind, s.id, s.party, s.name, s.service, s.since, s.last
            from standing s
            """;

    private static final String OF_ACCOUNT =
            STANDING.formatted("(select l.person from registry.account_link l where l.account = :account)");

    private static final String OF_PERSON = STANDING.formatted("cast(:person as uuid)");

    private final JdbcClient jdbc;

    Mandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Mandate> of(AccountId account, LocalDate day) {
        return jdbc.sql(OF_ACCOUNT + " order by s.rank, s.name, s.id")
                .param("account", account.value())
                .param("day", day)
                .query((row, number) -> mandate(row))
                .list();
    }

    @Override
    public Optional<Mandate> find(AccountId account, MandateId mandate, LocalDate day) {
        return jdbc.sql(OF_ACCOUNT + " where s.id = :id")
                .param("account", account.value())
                .param("day", day)
                .param("id", mandate.value())
                .query((row, number) -> mandate(row))
                .optional();
    }

    /** Every right of one person to act for one party, as {@link #of} has them. */
    public List<Mandate> between(PartyId person, PartyId party, LocalDate day) {
        return jdbc.sql(OF_PERSON + " where s.party = :party order by s.rank, s.id")
                .param("person", person.value())
                .param("party", party.value())
                .param("day", day)
                .query((row, number) -> mandate(row))
                .list();
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                new MandateId(row.getObject("id", UUID.class)),
                new PartyId(row.getObject("party", UUID.class)),
                Mandate.Kind.valueOf(row.getString("kind")),
                Mandate.Basis.valueOf(row.getString("basis")),
                row.getString("name"),
                Set.of((String[]) row.getArray("service").getArray()),
                row.getObject("since", LocalDate.class),
                row.getObject("last", LocalDate.class));
    }
}
