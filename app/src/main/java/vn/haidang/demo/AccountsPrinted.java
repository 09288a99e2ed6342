package vn.haidang.demo;

import java.io.PrintStream;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.haidang.Home;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;

/** Tells whoever started the program which accounts to try. To the terminal only: the log file never sees a password. */
@Component
class AccountsPrinted {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsPrinted.class);

    private final DemoSettings settings;
    private final Units units;
    private final Home home;
    private final MessageSource messages;

    AccountsPrinted(DemoSettings settings, Units units, Home home, MessageSource messages) {
        this.settings = settings;
        this.units = units;
        this.home = home;
        this.messages = messages;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (!settings.on()) {
            return;
        }
        try {
            list();
        } catch (DataAccessException away) {
            LOG.warn("The accounts are not listed, the database is away: {}", away.getMessage());
        }
    }

    private void list() {
        PrintStream terminal = System.out;
        Locale locale = Locale.of("vi");
        terminal.println();
        terminal.println(messages.getMessage("demo.accounts", new Object[] {home.secret(DemoPeople.PASSWORD)}, locale));
        for (DemoAccounts.Shown account : DemoAccounts.SHOWN) {
            String where = account.unitKey().isEmpty()
                    ? ""
                    : units.byKey(account.unitKey()).map(Unit::name).orElse("");
            terminal.printf(
                    "  %-12s %-18s %s %s%n",
                    account.username(),
                    account.displayName(),
                    messages.getMessage("demo.role." + account.role(), null, locale),
                    where);
        }
        terminal.println();
        terminal.flush();
    }
}
