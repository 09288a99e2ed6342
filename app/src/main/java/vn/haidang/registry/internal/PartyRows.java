package vn.haidang.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;

/** Who speaks for a party. */
@Component
public class PartyRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    PartyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<AccountId> accountOf(PartyId person) {
        return jdbc.sql("select account from registry.account_link where person = :person")
                .param("person", person.value())
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    public Set<AccountId> toTell(PartyId party, AccountId handedIn, String service) {
        return jdbc.sql("""
                        with spokesperson as (
                          select p.id as person, true as by_law from registry.person p where p.id = :party
                          union
                          select r.person, true
                          from registry.business_representative r
                          where r.business = :party and r.valid @> cast(:today as date)
                          union
                          select g.guardian, true
                          from registry.guardianship g
                          where g.child = :party and g.valid @> cast(:today as date)
                          union
                          select p.id, false
                          from registry.authorisation a
                          join registry.person p on p.personal_number = a.delegate_number
                          where a.principal = :party and a.accepted and a.revoked_at is null
                            and a.term @> cast(:today as date)
                            and (a.service = '{}' or cast(:service as text) = any (a.service))
                        )
                        select distinct l.account
                        from spokesperson s
                        join registry.account_link l on l.person = s.person
                        where s.by_law or l.account = :handedIn
                        """)
                .param("party", party.value())
                .param("handedIn", handedIn.value())
                .param("service", service)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .set();
    }
}
