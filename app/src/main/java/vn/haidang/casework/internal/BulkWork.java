package vn.haidang.casework.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import vn.haidang.casework.AskedPapers;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Does what {@link BulkRuns} keeps, item by item: each in a transaction of its own together with its result, so that an item is done
 * and said to be done, or neither. Whoever asked acts with the posts they hold at that moment.
 */
@Component
public class BulkWork {

    private static final Logger log = LoggerFactory.getLogger(BulkWork.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final BulkRuns runs;
    private final ItemActs items;
    private final StepActs steps;
    private final Accounts accounts;
    private final TransactionOperations transactions;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    BulkWork(BulkRuns runs, ItemActs items, StepActs steps, Accounts accounts, TransactionOperations transactions) {
        this.runs = runs;
        this.items = items;
        this.steps = steps;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** Begins a run and waits for its end, but not long: what is not done by then goes on by itself. */
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
    void resume() {
        runs.left(LEFT_ALONE).forEach(this::work);
    }

    void work(UUID id) {
        BulkRuns.Run run = runs.find(id).orElse(null);
        if (run == null) {
            return;
        }
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = one(run);
        }
        runs.finish(id);
    }

    private boolean one(BulkRuns.Run run) {
        BulkRuns.Chosen[] tried = new BulkRuns.Chosen[1];
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                Optional<BulkRuns.Chosen> next = runs.next(run.id());
                if (next.isEmpty()) {
                    return false;
                }
                tried[0] = next.get();
                act(run, next.get(), accounts.reader(run.account()));
                runs.done(run.id(), next.get().item(), null, List.of());
                return true;
            }));
        } catch (ProblemException refusal) {
            return refused(run, tried[0], refusal.problem());
        } catch (RuntimeException failure) {
            if (tried[0] == null) {
                throw failure;
            }
            log.warn("run {}: item {} failed", run.id(), tried[0].item(), failure);
            return refused(run, tried[0], CaseworkProblems.bulkFailed());
        }
    }

    private boolean refused(BulkRuns.Run run, BulkRuns.@Nullable Chosen tried, Problem problem) {
        if (tried == null) {
            throw problem.exception();
        }
        transactions.executeWithoutResult(
                status -> runs.done(run.id(), tried.item(), problem.messageKey(), problem.arguments()));
        return true;
    }

    private void act(BulkRuns.Run run, BulkRuns.Chosen chosen, Reader by) {
        switch (run.act()) {
            case CLAIM -> items.claim(chosen.item(), by);
            case RETURN -> items.giveBack(chosen.item(), by);
            case ASSIGN -> {
                AccountId person = run.person();
                if (person == null) {
                    throw CaseworkProblems.noSuchColleague();
                }
                items.assign(chosen.item(), person, by);
            }
            case ACCEPT ->
                steps.take(new Taking(
                        null,
                        chosen.item(),
                        chosen.caseVersion(),
                        null,
                        run.outcome(),
                        null,
                        Map.of(),
                        AskedPapers.NONE,
                        by,
                        BulkRuns.keyOf(run.id(), chosen.item())));
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
