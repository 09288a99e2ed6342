package vn.haidang.casework.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;

/** Cases that programs open: once for each key, at a unit where the reader holds a role. */
@Component
public class Intake {

    private static final String OPEN = "casework/open-case";

    private final Openings openings;
    private final AnsweredKeys keys;
    private final CaseWrites writes;
    private final TransactionOperations transactions;
    private final Powers powers;
    private final Clock clock;

    Intake(
            Openings openings,
            AnsweredKeys keys,
            CaseWrites writes,
            TransactionOperations transactions,
            Powers powers,
            Clock clock) {
        this.powers = powers;
        this.openings = openings;
        this.keys = keys;
        this.writes = writes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param key null for a caller that does not repeat itself */
    public CaseSummary open(OpenCase open, Map<String, Object> declared, String asked, @Nullable UUID key, Reader by) {
        AccountId account = by.account();
        if (account == null || !powers.units(by, OPEN).contains(open.receivingUnit())) {
            throw CaseworkProblems.notYourUnit();
        }
        if (key == null) {
            return openings.open(open, declared, by.displayName());
        }
        return keys.find(account, key, asked)
                .orElseGet(() -> openOnce(open, declared, asked, key, account, by.displayName()));
    }

    private CaseSummary openOnce(
            OpenCase open, Map<String, Object> declared, String asked, UUID key, AccountId account, String openedBy) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                CaseSummary opened = openings.open(open, declared, openedBy);
                writes.answer(new CaseWrites.Answer(account.value(), key, asked), opened, Days.now(clock));
                return opened;
            }));
        } catch (DuplicateKeyException sameKeyAtTheSameTime) {
            return keys.find(account, key, asked).orElseThrow(CaseworkProblems::keyUsedOtherwise);
        }
    }
}
