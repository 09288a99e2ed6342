package vn.haidang.casework.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.ui.ProblemException;

/** An official completes the present step of a case. */
@Component
public class StepActs {

    private final Leaving leaving;
    private final LastStandings last;
    private final TransactionOperations transactions;

    StepActs(Leaving leaving, LastStandings last, TransactionOperations transactions) {
        this.leaving = leaving;
        this.last = last;
        this.transactions = transactions;
    }

    /**
     * Does it once for each key, whatever comes twice and at the same time. A case this node moved last is moved from where it is
     * remembered to stand; whatever speaks against that is decided once more on the case itself, held.
     */
    public CaseSummary take(Taking taking) {
        AccountId account = taking.by().account();
        if (account == null) {
            throw CaseworkProblems.noSuchCase();
        }
        return remembered(taking, account).orElseGet(() -> held(taking, account));
    }

    private Optional<CaseSummary> remembered(Taking taking, AccountId account) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        return known(taking).flatMap(standing -> remembered(standing, taking, account));
    }

    private Optional<Standing> known(Taking taking) {
        UUID item = taking.item();
        CaseId id = taking.caseId();
        return item != null ? last.findByItem(item) : id == null ? Optional.empty() : last.find(id);
    }

    private Optional<CaseSummary> remembered(Standing standing, Taking taking, AccountId account) {
        try {
            return Objects.requireNonNull(transactions.execute(
                    status -> leaving.remembered(standing, taking, account, status.isNewTransaction())));
        } catch (ProblemException | DataIntegrityViolationException inDoubt) {
            last.forget(standing.summary().id());
            return Optional.empty();
        }
    }

    private CaseSummary held(Taking taking, AccountId account) {
        return Objects.requireNonNull(
                transactions.execute(status -> leaving.held(taking, account, status.isNewTransaction())));
    }
}
