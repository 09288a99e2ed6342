package vn.haidang.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Units;

/**
 * Who somebody is when they act. The made-up officials hold one post for as long as its unit lives, so who they are changes only on the
 * days on which units do: it is asked once between two of those.
 */
@Component
class DemoReaders {

    private record Key(AccountId account, LocalDate since) {}

    private final Accounts accounts;
    private final Units units;
    private final Journal journal;
    private final Clock clock;
    private final Map<Key, Reader> known = new ConcurrentHashMap<>();

    DemoReaders(Accounts accounts, Units units, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.journal = journal;
        this.clock = clock;
    }

    Reader get(AccountId account) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = units.epochs().stream()
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        var key = new Key(account, since);
        Reader reader = known.get(key);
        if (reader == null) {
            reader = accounts.reader(account);
            known.put(key, reader);
        }
        return reader;
    }

    /** Records that an official opened a case, under the purpose of the page on which cases are handled. */
    void opens(CaseId id, AccountId official) {
        journal.read(get(official).actor(), "casework/desk", List.of(new Subject("casework/case", id.value())));
    }
}
