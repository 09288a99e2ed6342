package vn.haidang.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.Reader;
import vn.haidang.identity.spi.Representation;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** For whom an account may act, and that it begins or ends to. */
@Component
public class Acting {

    private final ObjectProvider<Representation> representation;
    private final Journal journal;
    private final Clock clock;

    Acting(ObjectProvider<Representation> representation, Journal journal, Clock clock) {
        this.representation = representation;
        this.journal = journal;
        this.clock = clock;
    }

    public List<Mandate> all(AccountId account) {
        var known = representation.getIfAvailable();
        return known == null ? List.of() : known.of(account, LocalDate.now(clock));
    }

    /** Records the change; choosing what is chosen already is none. */
    @Transactional
    public void chosen(Reader reader, @Nullable Mandate now) {
        var account = reader.account();
        var before = reader.mandate();
        if (account == null || Objects.equals(key(before), key(now))) {
            return;
        }
        var self = Actor.account(account.value());
        var verb = now == null ? "identity/acts-for-self" : "identity/acts-for-another";
        journal.act(Act.of(verb, now == null ? self : self.onBehalfOf(now.represented()))
                .on(new Subject("identity/account", account.value()))
                .changed("mandate", key(before), key(now)));
    }

    private static @Nullable String key(@Nullable Mandate mandate) {
        return mandate == null ? null : mandate.id().value().toString();
    }
}
