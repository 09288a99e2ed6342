package vn.haidang.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;

/**
 * Opens the next file: the most urgent work that is free or one's own becomes one's own, in one act. Two who ask at the same moment
 * get two files, and neither waits for the other: what somebody is just taking is passed over. So is a step that must be checked by
 * somebody else than the reader.
 */
@Component
public class NextWork {

    /** So many may be in other hands at this moment before it is called a day. */
    private static final int AT_ONCE = 12;

    private static final int TURNS = 3;

    private final Inbox inbox;
    private final ItemActs acts;
    private final ItemRows items;
    private final CaseRows cases;
    private final Procedures procedures;
    private final JdbcClient jdbc;

    NextWork(Inbox inbox, ItemActs acts, ItemRows items, CaseRows cases, Procedures procedures, JdbcClient jdbc) {
        this.inbox = inbox;
        this.acts = acts;
        this.items = items;
        this.cases = cases;
        this.procedures = procedures;
        this.jdbc = jdbc;
    }

    /**
     * Where the work is done that is the reader's from now on; empty when there is none left.
     *
     * @param after what the reader looks at and passes over, null for nothing
     */
    @Transactional
    public Optional<String> open(Reader reader, @Nullable UUID after) {
        AccountId me = reader.account();
        if (me == null) {
            return Optional.empty();
        }
        List<UUID> passed = new ArrayList<>();
        if (after != null) {
            passed.add(after);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            List<Inbox.Candidate> candidates = inbox.candidates(reader, passed, AT_ONCE);
            for (Inbox.Candidate candidate : candidates) {
                if (!mustBeAnother(candidate, me) && (candidate.mine() || taken(candidate, reader))) {
                    return Optional.of(candidate.path());
                }
                passed.add(candidate.item());
            }
            if (candidates.size() < AT_ONCE) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** First the case, then the item, as every act holds them, and without waiting for either. */
    private boolean taken(Inbox.Candidate candidate, Reader reader) {
        CaseId caseId = candidate.caseId();
        if (caseId != null
                && !held("select id from casework.case_file where id = :id for update skip locked", caseId.value())) {
            return false;
        }
        if (!held("select id from casework.work_item where id = :id for update skip locked", candidate.item())) {
            return false;
        }
        WorkItem item = items.find(candidate.item()).orElseThrow(CaseworkProblems::noSuchItem);
        if (!item.open() || item.who().claimedBy() != null) {
            return false;
        }
        acts.claim(candidate.item(), reader);
        return true;
    }

    private boolean held(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(UUID.class).optional().isPresent();
    }

    private boolean mustBeAnother(Inbox.Candidate candidate, AccountId me) {
        CaseId caseId = candidate.caseId();
        String procedure = candidate.procedure();
        String step = candidate.step();
        if (caseId == null || procedure == null || step == null) {
            return false;
        }
        Procedure known = procedures.get(procedure, candidate.version());
        List<String> apart = known.keptApartFrom(known.step(step));
        return !apart.isEmpty() && cases.didOneOf(caseId, me, null, apart);
    }
}
