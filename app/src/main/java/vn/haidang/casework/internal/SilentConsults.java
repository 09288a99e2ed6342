package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Role;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;

/** What silence means once the answers to a consult are late, as the question declared it. */
@Component
class SilentConsults {

    private final ConsultRows rows;
    private final Consults consults;
    private final ItemRows items;
    private final Units units;
    private final Clock clock;

    SilentConsults(ConsultRows rows, Consults consults, ItemRows items, Units units, Clock clock) {
        this.rows = rows;
        this.consults = consults;
        this.items = items;
        this.units = units;
        this.clock = clock;
    }

    /** Until when there is time to answer yet; null where it is over, or nothing is asked any more. */
    @Nullable Instant notBefore(UUID id, Instant now) {
        return rows.find(id)
                .filter(Consult::open)
                .map(Consult::dueAt)
                .filter(due -> due.isAfter(now))
                .orElse(null);
    }

    /** Nothing where it was joined or withdrawn before. */
    void fallen(UUID id, @Nullable String step, Instant now) {
        Consult consult = rows.find(id).filter(Consult::open).orElse(null);
        if (consult == null) {
            return;
        }
        switch (consult.silence()) {
            case WAIT -> consults.overdue(consult, step, now);
            case CONSENT -> consults.join(consult, step, consent(rows.tally(id)), now);
            case ESCALATE ->
                items.beside(consult.caseId()).stream()
                        .filter(item -> id.equals(item.consult()) && item.open())
                        .forEach(item -> up(consult, item, now));
        }
    }

    /** Whoever is silent agrees. */
    private static String consent(ConsultRows.Tally tally) {
        return tally.objected() == 0 ? tally.result() : tally.agreed() + tally.open() == 0 ? "objected" : "mixed";
    }

    /** To the head of the unit; from the head to the leader of the one above. */
    private void up(Consult consult, WorkItem item, Instant now) {
        if (!item.role().equals(Role.UNIT_HEAD) && !item.role().equals(Role.LEADER)) {
            consults.escalate(consult, item, item.unit(), Role.UNIT_HEAD, now);
            return;
        }
        List<Unit> path = units.find(item.unit()).isEmpty() ? List.of() : units.path(item.unit(), LocalDate.now(clock));
        if (path.size() > 1) {
            consults.escalate(consult, item, path.get(path.size() - 2).id(), Role.LEADER, now);
        } else {
            consults.overdue(consult, item.step(), now);
        }
    }
}
