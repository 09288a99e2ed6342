package vn.haidang.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.Persons.NewResult;
import vn.haidang.registry.internal.Mandates;
import vn.haidang.registry.internal.PartyRows;
import vn.haidang.registry.internal.ResultRows;

/** Persons and businesses alike, by the name in which they ask for things. */
@Component
public class Parties {

    private final PartyRows rows;
    private final ResultRows results;
    private final Mandates mandates;
    private final Journal journal;
    private final Clock clock;

    Parties(PartyRows rows, ResultRows results, Mandates mandates, Journal journal, Clock clock) {
        this.rows = rows;
        this.results = results;
        this.mandates = mandates;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * By what rights a person may act for a party today, as the registers have it; empty for a stranger. It tells an official who
     * stands before the desk with the numbers of both whether a paper is needed to show it.
     */
    public List<Mandate> rights(PartyId person, PartyId party) {
        return mandates.between(person, party, LocalDate.now(clock));
    }

    /**
     * Whom to tell what happens to a party's application for a service: its own account, whoever represents it by law, and whoever
     * handed in, as long as they may still act for it.
     */
    public Set<AccountId> toTell(PartyId party, AccountId handedIn, String service) {
        return rows.toTell(party, handedIn, service);
    }

    /** A result that was kept unsigned is signed now: another file, the same document; in the caller's act, which is journaled there. */
    @Transactional
    public void replaceResult(UUID before, UUID file) {
        results.replace(before, file);
    }

    /** The account of a person; empty for a business, and for whoever has none. */
    public Optional<AccountId> accountOf(PartyId person) {
        return rows.accountOf(person);
    }

    /**
     * The own store of whoever this reader is now: their own, a child's or business's they represent by law. An authorisation opens
     * nobody's store.
     */
    public List<KeptResult> results(Reader reader) {
        return results.of(reader.ownParties());
    }

    /** One of {@link #results}; empty for another's as for none. */
    public Optional<KeptResult> result(UUID id, Reader reader) {
        return results.of(reader.ownParties()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /** What a party's store holds, newest first; for who decides whether to ask for it. */
    public List<KeptResult> resultsOf(PartyId party) {
        return results.of(results.ownersOf(party));
    }

    /** Keeps a result in the own store of a person or business, if the registry knows them. */
    @Transactional
    public void keepResult(NewResult result, Actor by) {
        results.insert(result)
                .ifPresent(kept -> journal.act(Act.of("registry/result-kept", by)
                        .on(kept.owner())
                        .on(new Subject("registry/result", kept.id()))));
    }
}
