package vn.haidang.registry.internal;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
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

    /** A database that dies in this moment comes back; the program must not end for it. */
    @Component
    static class AtStart {

        private static final Logger LOG = LoggerFactory.getLogger(UntoldLinks.class);

        private final UntoldLinks links;

        AtStart(UntoldLinks links) {
            this.links = links;
        }

        @EventListener(ApplicationReadyEvent.class)
        void tell() {
            try {
                links.tell();
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("Persons of accounts are told at the next start: {}", away.getMessage());
            }
        }
    }
}
