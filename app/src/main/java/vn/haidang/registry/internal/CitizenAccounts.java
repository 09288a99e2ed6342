package vn.haidang.registry.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.spi.Citizens;
import vn.haidang.journal.Actor;
import vn.haidang.registry.Persons;

/** The accounts of citizens, by the number the identity provider vouches for. */
@Component
class CitizenAccounts implements Citizens {

    private static final String SOURCE = "identity-provider";

    private final Persons persons;
    private final JdbcClient jdbc;

    CitizenAccounts(Persons persons, JdbcClient jdbc) {
        this.persons = persons;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AccountId> accountOf(String personalNumber) {
        return jdbc.sql("""
                        select l.account
                        from registry.person p
                        join registry.account_link l on l.person = p.id
                        where p.personal_number = :number
                        """)
                .param("number", personalNumber)
                .query((row, index) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    @Override
    @Transactional
    public void belongs(AccountId account, Citizen citizen) {
        Actor by = Actor.account(account.value());
        var person = persons.byNumber(citizen.personalNumber())
                .orElseGet(() -> persons.record(
                        new Persons.NewPerson(
                                citizen.personalNumber(),
                                citizen.fullName(),
                                citizen.birthDate(),
                                citizen.sex(),
                                citizen.phone(),
                                citizen.email(),
                                null,
                                null,
                                SOURCE),
                        by));
        persons.link(person, account, by);
    }
}
