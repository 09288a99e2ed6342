package vn.haidang.files.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.files.FileId;
import vn.haidang.files.internal.ReleasedRows.Progress;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;

/**
 * Every hour lets go of files to which nobody refers any more and takes bytes off the disk that nothing names. Each hash is a
 * transaction: its name is taken first, so that whoever stores the same bytes waits and then finds them gone, and the bytes go while it
 * is held; a kill before its end leaves a hash that is let go of still. While a backup runs nothing leaves the disk.
 */
@Component
class FileSweep {

    /** What is stored in one act and referred to in a later one is referred to by then. */
    static final Duration REFERRED_WITHIN = Duration.ofDays(1);

    /** Bytes without a name are looked at twice: what this database never knew may be another's mistake. */
    static final Duration SEEN_TWICE = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(FileSweep.class);
    private static final String REASON = "files/retention";
    private static final UUID BEGINNING = new UUID(0, 0);
    private static final int AT_ONCE = 1_000;
    private static final int MOST_TURNS = 30;
    private static final int FEW = 16;

    private final FileRows rows;
    private final ReleasedRows released;
    private final Unheld unheld;
    private final ContentStore store;
    private final Journal journal;
    private final Work work;

    /** When, and in which transaction. */
    @Component
    record Work(Clock clock, TransactionTemplate transaction) {}

    FileSweep(FileRows rows, ReleasedRows released, Unheld unheld, ContentStore store, Journal journal, Work work) {
        this.rows = rows;
        this.released = released;
        this.unheld = unheld;
        this.store = store;
        this.journal = journal;
        this.work = work;
    }

    /** All of it, as far as it comes in an hour. */
    void run() {
        if (unheld.answered()) {
            for (int turn = 0; turn < MOST_TURNS && within(this::someRecords); turn++) {
                // until the last of them was looked at
            }
        }
        within(this::oneShelf);
        int cut = store.clearArriving();
        if (cut > 0) {
            log.info("files/arriving-cleared: {} uploads that were cut off", cut);
        }
        takeAway();
    }

    /** Whether there are more. */
    private boolean someRecords() {
        Optional<Progress> held = released.progress();
        if (held.isEmpty()) {
            return false;
        }
        Progress progress = held.get();
        List<FileId> next = rows.after(progress.file(), work.clock().instant().minus(REFERRED_WITHIN), AT_ONCE);
        unheld.forget(next, REASON, Actor.SYSTEM);
        boolean more = next.size() == AT_ONCE;
        released.wentOn(new Progress(more ? next.getLast().value() : BEGINNING, progress.shelf()));
        return more;
    }

    /** What lies there without a name is noted, unless it is so much that the folder must be that of another database. */
    private boolean oneShelf() {
        Optional<Progress> held = released.progress();
        if (held.isEmpty()) {
            return false;
        }
        Progress progress = held.get();
        Instant now = work.clock().instant();
        released.release(released.unnamedContents(progress.shelf()), now.plus(Unheld.GRACE));
        List<String> lying = store.shelf(progress.shelf());
        List<String> unknown = new ArrayList<>();
        for (int from = 0; from < lying.size(); from += AT_ONCE) {
            unknown.addAll(released.unknown(lying.subList(from, Math.min(lying.size(), from + AT_ONCE))));
        }
        if (unknown.size() > FEW && unknown.size() * 2 > lying.size()) {
            log.error(
                    "files/folder-of-another: {} of {} files in {} have no name in this database and are left",
                    unknown.size(),
                    lying.size(),
                    ContentStore.shelfName(progress.shelf()));
        } else if (!unknown.isEmpty()) {
            released.found(unknown, now.plus(SEEN_TWICE));
        }
        released.wentOn(new Progress(progress.file(), (progress.shelf() + 1) % ContentStore.SHELVES));
        return true;
    }

    /** Takes away what is due, and tells how much; what a killed run took away is told by the next. */
    void takeAway() {
        Instant now = work.clock().instant();
        while (within(() -> takeOne(now))) {
            // one by one: nobody waits for two
        }
        within(() -> {
            var removed = released.tell();
            if (removed.files() > 0) {
                journal.act(Act.of("files/bytes-removed", Actor.SYSTEM)
                        .changed("files", null, removed.files())
                        .changed("bytes", null, removed.bytes())
                        .because(REASON));
            }
            return true;
        });
    }

    private boolean takeOne(Instant now) {
        if (!released.noBackup()) {
            return false;
        }
        Optional<String> next = released.next(now);
        next.ifPresent(hash -> {
            if (!released.claim(hash, now)) {
                released.staysNamed(hash);
            } else if (leaves(hash)) {
                released.removed(hash, now);
            } else {
                released.putOff(hash, now.plus(REFERRED_WITHIN));
            }
        });
        return next.isPresent();
    }

    /** One that cannot be taken away keeps nobody else from going. */
    private boolean leaves(String hash) {
        try {
            store.remove(hash);
            return true;
        } catch (UncheckedIOException failure) {
            log.warn("files/not-removed: {}", hash, failure);
            return false;
        }
    }

    private boolean within(java.util.function.BooleanSupplier step) {
        return Objects.requireNonNull(work.transaction().execute(status -> step.getAsBoolean()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> fileSweepTask(FileSweep sweep) {
            return Tasks.recurring("files-sweep", Schedules.fixedDelay(Duration.ofHours(1)))
                    .execute((instance, context) -> sweep.run());
        }
    }
}
