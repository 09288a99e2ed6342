package vn.haidang.files.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.files.FileId;
import vn.haidang.files.spi.FileHolder;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;

/** Deletes the records of files to which nobody refers. Who refers is asked of every module that could, each time. */
@Component
public class Unheld {

    /** How long bytes stay on the disk after their last name went. */
    static final Duration GRACE = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(Unheld.class);
    private static final int AT_ONCE = 1_000;

    private final FileRows rows;
    private final ReleasedRows released;
    private final ObjectProvider<FileHolder> holders;
    private final Journal journal;
    private final Clock clock;

    Unheld(FileRows rows, ReleasedRows released, ObjectProvider<FileHolder> holders, Journal journal, Clock clock) {
        this.rows = rows;
        this.released = released;
        this.holders = holders;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many of them went; none while a column that refers to files has nobody who answers for it. */
    @Transactional
    public int forget(Collection<FileId> ids, String reason, Actor by) {
        if (ids.isEmpty() || !answered()) {
            return 0;
        }
        List<FileId> given = List.copyOf(new HashSet<>(ids));
        int gone = 0;
        for (int from = 0; from < given.size(); from += AT_ONCE) {
            gone += forgetSome(given.subList(from, Math.min(given.size(), from + AT_ONCE)));
        }
        if (gone > 0) {
            journal.act(Act.of("files/records-deleted", by)
                    .changed("records", null, gone)
                    .because(reason));
        }
        return gone;
    }

    /** Whoever stored one of them meanwhile under another name keeps the bytes. */
    private int forgetSome(List<FileId> ids) {
        List<FileId> gone = new ArrayList<>(rows.hold(ids));
        for (FileHolder holder : holders) {
            if (!gone.isEmpty()) {
                Set<FileId> held = holder.held(List.copyOf(gone));
                gone.removeIf(held::contains);
            }
        }
        if (!gone.isEmpty()) {
            released.release(rows.delete(gone), clock.instant().plus(GRACE));
        }
        return gone.size();
    }

    boolean answered() {
        Set<String> open = new TreeSet<>(released.columnsOfFiles());
        holders.forEach(holder -> open.removeAll(holder.columns()));
        if (!open.isEmpty()) {
            log.error("files/nobody-answers: no file is deleted, for nobody answers for {}", open);
        }
        return open.isEmpty();
    }
}
