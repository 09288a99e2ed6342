package vn.haidang.identity.internal.provider;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.internal.AccountRows;
import vn.haidang.identity.internal.provider.ProviderSignIn.Arrival;
import vn.haidang.identity.spi.Citizens;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.Problem;

/**
 * Which account somebody who arrives from the provider has: the one they came to before, else the one of the citizen they are vouched
 * to be, else a new one. Names at the provider change, its subject and the personal number do not.
 */
@Component
public class ProviderAccounts {

    private final AccountRows accounts;
    private final ObjectProvider<Citizens> citizens;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ProviderAccounts(
            AccountRows accounts, ObjectProvider<Citizens> citizens, JdbcClient jdbc, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.citizens = citizens;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code identity/provider-mismatch}, {@code identity/account-closed} */
    @Transactional
    public AccountId of(Arrival arrival) {
        var known = citizens.getObject();
        var number = arrival.citizen().personalNumber();
        oneAtATime(number);
        var linked = linked(arrival);
        var own = known.accountOf(number);
        if (linked.isPresent() && own.isPresent() && !linked.get().equals(own.get())) {
            throw Problem.of("identity/provider-mismatch", 403).exception();
        }
        var account = linked.or(() -> own).orElseGet(() -> make(arrival));
        if (accounts.find(account, LocalDate.now(clock)).isEmpty()) {
            throw Problem.of("identity/account-closed", 403).exception();
        }
        if (own.isEmpty()) {
            known.belongs(account, arrival.citizen());
        }
        if (linked.isEmpty()) {
            link(arrival, account);
        }
        journal.act(Act.of("identity/signed-in", Actor.account(account.value()))
                .on(subject(account))
                .because("identity/provider"));
        return account;
    }

    /** Two first arrivals of one citizen make one account. */
    private void oneAtATime(String number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "identity/citizen/" + number)
                .query((row, index) -> 0)
                .single();
    }

    private Optional<AccountId> linked(Arrival arrival) {
        return jdbc.sql("select account from identity.provider_account where issuer = :issuer and subject = :subject")
                .param("issuer", arrival.issuer())
                .param("subject", arrival.subject())
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    private AccountId make(Arrival arrival) {
        var id = AccountId.next(clock);
        var citizen = arrival.citizen();
        accounts.add(id, "citizen-" + id.value(), citizen.fullName(), citizen.email(), null, clock.instant());
        journal.act(Act.of("identity/account-created", Actor.account(id.value()))
                .on(subject(id))
                .because("identity/provider"));
        return id;
    }

    private void link(Arrival arrival, AccountId account) {
        jdbc.sql("""
                        insert into identity.provider_account (issuer, subject, account, linked_at)
                        values (:issuer, :subject, :account, :now)
                        """)
                .param("issuer", arrival.issuer())
                .param("subject", arrival.subject())
                .param("account", account.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        journal.act(Act.of("identity/provider-linked", Actor.account(account.value()))
                .on(subject(account))
                .changed("subject", null, arrival.subject()));
    }

    private static Subject subject(AccountId id) {
        return new Subject("identity/account", id.value());
    }
}
