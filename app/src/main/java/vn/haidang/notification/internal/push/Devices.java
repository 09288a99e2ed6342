package vn.haidang.notification.internal.push;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.Problem;

/** The browsers that are told the notices of an account: added by their owner, taken away by their owner or when their service says that they are gone. */
@Component
public class Devices {

    private static final int MOST = 10;
    private static final int LONGEST_KEY = 200;

    private final DeviceRows rows;
    private final PushTargets targets;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    Devices(DeviceRows rows, PushTargets targets, Journal journal, TransactionOperations transactions, Clock clock) {
        this.rows = rows;
        this.targets = targets;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those of an account, added last first. */
    public List<Device> of(AccountId account) {
        return rows.of(List.of(account));
    }

    List<Device> of(Collection<AccountId> accounts) {
        return rows.of(accounts);
    }

    /**
     * Adds a browser by what it gave; the same one again is no second. With more than ten, the one added first is told no more.
     *
     * @param agent what the browser calls itself
     * @param language the one its pages are read in, in which it is told
     * @throws vn.haidang.ui.ProblemException {@code notification/no-such-service} for an address that is not called, or keys that are none
     */
    @Transactional
    public void add(
            Reader reader,
            AccountId account,
            String endpoint,
            String key,
            String secret,
            String agent,
            Locale language) {
        URI address;
        try {
            address = URI.create(endpoint);
            DeviceKeys.read(key, secret);
        } catch (IllegalArgumentException e) {
            throw Problem.of("notification/no-such-service", 422).exception();
        }
        if (key.length() > LONGEST_KEY || secret.length() > LONGEST_KEY || !targets.permits(address)) {
            throw Problem.of("notification/no-such-service", 422).exception();
        }
        var now = clock.instant();
        UUID id = rows.add(
                new Device(
                        UuidCreator.getTimeOrderedEpoch(now),
                        account,
                        address,
                        key,
                        secret,
                        kind(agent),
                        language.getLanguage().equals("en") ? "en" : "vi",
                        now,
                        null),
                MOST);
        journal.act(Act.of("notification/device-added", reader.actor()).on(subject(id)));
    }

    /** Takes one away; one that is not this account's, or is gone already, changes nothing. */
    @Transactional
    public void remove(Reader reader, AccountId account, UUID id) {
        if (rows.remove(account, id)) {
            journal.act(Act.of("notification/device-removed", reader.actor()).on(subject(id)));
        }
    }

    /** Takes all of an account away; how many there were. */
    @Transactional
    public int removeAll(AccountId account, Actor by) {
        List<UUID> gone = rows.removeAll(account);
        gone.forEach(id -> journal.act(Act.of("notification/device-removed", by).on(subject(id))));
        return gone.size();
    }

    void told(Device device) {
        rows.told(device.id(), clock.instant());
    }

    /** One whose service does not know it any more. */
    void gone(Device device) {
        transactions.executeWithoutResult(status -> {
            if (rows.remove(device.account(), device.id())) {
                journal.act(Act.of("notification/device-removed", Actor.SYSTEM)
                        .on(subject(device.id()))
                        .because("notification/gone"));
            }
        });
    }

    /** Those of which nothing was heard for a year go; how many. */
    @Transactional
    public int forget() {
        int deleted = rows.forget(
                LocalDate.now(clock).minusYears(1).atStartOfDay(clock.getZone()).toInstant());
        if (deleted > 0) {
            journal.act(Act.of("notification/devices-deleted", Actor.SYSTEM)
                    .changed("devices", null, deleted)
                    .because("notification/retention"));
        }
        return deleted;
    }

    private static String kind(String agent) {
        String small = agent.toLowerCase(Locale.ROOT);
        if (small.contains("android")) {
            return "android";
        }
        return small.contains("iphone") || small.contains("ipad") ? "iphone" : "computer";
    }

    private static Subject subject(UUID id) {
        return new Subject("notification/device", id);
    }
}
