package vn.haidang.publicservice.internal.own;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.own.DataRequestRows.DataRequest;
import vn.haidang.publicservice.internal.own.ErasureRows.Erased;
import vn.haidang.publicservice.internal.own.ErasureRows.Rule;
import vn.haidang.publicservice.internal.own.ErasureRows.Treatment;
import vn.haidang.publicservice.internal.own.ErasureRows.Waiting;

/**
 * Deletes what may be deleted of whoever asked for it and was granted it, says of the rest on what basis it stays, and deletes later
 * what an open case still needs (Law on Personal Data Protection 91/2025/QH15, art. 14; what must be archived stays). The journal
 * keeps that it was done and none of the values.
 */
@Component
public class Erasures {

    private final ErasureRows rows;
    private final ErasedParts parts;
    private final Consents consents;
    private final Journal journal;
    private final Clock clock;

    Erasures(ErasureRows rows, ErasedParts parts, Consents consents, Journal journal, Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.consents = consents;
        this.journal = journal;
        this.clock = clock;
    }

    /** In the transaction of the acceptance. */
    @Transactional
    public void carryOut(DataRequest request, Actor by) {
        carryOut(new Erased(request.id(), request.account(), request.party()), by);
    }

    private void carryOut(Erased of, Actor by) {
        boolean oneself = of.party().is(of.account());
        if (oneself) {
            consents.withdrawAll(of.account(), by);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int ordinal = 0;
        int pieces = 0;
        for (Rule rule : rows.rules(LocalDate.now(clock))) {
            if (rule.ofAccount() && !oneself) {
                continue;
            }
            boolean gone = rule.treatment() == Treatment.ERASE
                    || (rule.treatment() == Treatment.WAIT && parts.nothingOpen(of));
            int amount = gone ? parts.erase(rule.code(), of, by) : 0;
            String state = gone ? "erased" : rule.treatment() == Treatment.WAIT ? "waiting" : "kept";
            rows.insert(of.request(), ordinal++, rule, state, amount, now, gone ? now : null);
            pieces += amount;
        }
        record("publicservice/data-erased", of, pieces, by);
    }

    /** Deletes what waited for cases that ended, and what was granted before anything was deleted by itself; for how many requests. */
    @Transactional
    public int later() {
        int done = 0;
        for (Erased of : rows.undone()) {
            carryOut(of, Actor.SYSTEM);
            done++;
        }
        for (Waiting waits : rows.waiting()) {
            if (parts.nothingOpen(waits.of())) {
                int amount = parts.erase(waits.code(), waits.of(), Actor.SYSTEM);
                rows.done(waits, amount, clock.instant().truncatedTo(ChronoUnit.MICROS));
                record("publicservice/data-erased-later", waits.of(), amount, Actor.SYSTEM);
                done++;
            }
        }
        return done;
    }

    private void record(String verb, Erased of, int pieces, Actor by) {
        Act act = Act.of(verb, by)
                .on(new Subject(DataRequests.SUBJECT, of.request()))
                .because("publicservice/delete");
        journal.act(pieces == 0 ? act : act.changed("pieces", null, pieces));
    }
}
