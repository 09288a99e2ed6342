package vn.haidang.document.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.ui.ProblemException;

/**
 * Signs what {@link SigningRuns} keeps, one document after the other, each in a transaction of its own together with its result; whoever
 * asked signs with the posts they hold at that moment.
 */
@Component
public class SigningWork {

    private static final Logger log = LoggerFactory.getLogger(SigningWork.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final String FAILED = "problem.document.not-signed";

    private final SigningRuns runs;
    private final LateSignatures signatures;
    private final Accounts accounts;
    private final TransactionOperations transactions;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    SigningWork(SigningRuns runs, LateSignatures signatures, Accounts accounts, TransactionOperations transactions) {
        this.runs = runs;
        this.signatures = signatures;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** Begins a run and waits for its end, but not long: what is not signed by then goes on by itself. */
    public void begin(UUID run, Duration patience) {
        var work = executor.submit(() -> work(run));
        try {
            work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            log.debug("run {} goes on", run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            log.warn("run {} will be taken up again", run, e);
        }
    }

    /** Takes up what a node that ended left behind. */
    public void resume() {
        runs.left(LEFT_ALONE).forEach(this::work);
    }

    private void work(UUID run) {
        AccountId account = runs.owner(run).orElse(null);
        if (account == null) {
            return;
        }
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = one(run, account);
        }
        runs.finish(run);
    }

    private boolean one(UUID run, AccountId account) {
        UUID[] tried = new UUID[1];
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                Optional<UUID> next = runs.next(run);
                if (next.isEmpty()) {
                    return false;
                }
                tried[0] = next.get();
                signatures.sign(next.get(), accounts.reader(account));
                runs.done(run, next.get(), null);
                return true;
            }));
        } catch (ProblemException refusal) {
            return refused(run, tried[0], refusal.problem().messageKey(), refusal);
        } catch (RuntimeException failure) {
            log.warn("run {}: a document could not be signed", run, failure);
            return refused(run, tried[0], FAILED, failure);
        }
    }

    private boolean refused(UUID run, @Nullable UUID tried, String problem, RuntimeException why) {
        if (tried == null) {
            throw why;
        }
        transactions.executeWithoutResult(status -> runs.done(run, tried, problem));
        return true;
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
