package vn.haidang.registry.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.PartyId;

/** Tells identity the persons of accounts that were linked by a version that did not tell it. */
@Component
public class UntoldLinks {

    private record Link(AccountId account, PartyId person) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;

    UntoldLinks(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** How many were told. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public int tell() {
        List<Link> untold = jdbc.sql(
                        "update registry.account_link set told = true where not told returning account, person")
                .query((row, number) -> new Link(
                        new AccountId(row.getObject("account", UUID.class)),
                        new PartyId(row.getObject("person", UUID.class))))
                .list();
        untold.forEach(link -> accounts.belongs(link.account(), link.person()));
        return untold.size();
    }
}
