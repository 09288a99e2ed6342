package vn.haidang.journal.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what waits, one sealer at a time in the whole city, and brings this node's file of seals up to the table. Where the file
 * knows a seal that the table lacks or has otherwise, history was cut or rewritten: nothing more is sealed or appended until
 * a person has looked, and entries wait.
 */
@Component
public class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 10_000;

    private final SealRows rows;
    private final SealFile file;
    private final SealingKey key;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile String alarm = "";

    Sealer(SealRows rows, SealFile file, SealingKey key, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.file = file;
        this.key = key;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Seals everything that waits as it begins and catches the file up. Returns how many entries were sealed. */
    public int run() {
        if (!fileAgrees()) {
            return 0;
        }
        catchUp();
        var sealed = 0;
        var batch = BATCH;
        // Only a full batch leaves something behind: what comes meanwhile belongs to the next pass, not to many small
        // ones.
        while (batch == BATCH) {
            batch = sealBatch();
            sealed += batch;
        }
        if (sealed > 0) {
            catchUp();
        }
        return sealed;
    }

    /** What a person must look at before anything more is sealed; empty when all is well. */
    public Optional<String> alarm() {
        return alarm.isEmpty() ? Optional.empty() : Optional.of(alarm);
    }

    private int sealBatch() {
        var count = transaction.execute(status -> {
            if (!rows.tryLock()) {
                return 0;
            }
            var taken = rows.take(BATCH);
            if (taken.isEmpty()) {
                return 0;
            }
            var tree = new MerkleRoot();
            taken.forEach(entry -> tree.add(entry.hash()));
            var before = rows.last();
            rows.add(
                    key.sign(new Seal.Unsigned(
                            before.map(Seal::number).orElse(0L) + 1,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            taken.size(),
                            before.map(seal -> seal.body().through()).orElse(0L) + taken.size(),
                            tree.root(),
                            before.map(Seal::hash).orElse(Seal.BEFORE_FIRST),
                            key.id())),
                    taken);
            return taken.size();
        });
        return count == null ? 0 : count;
    }

    /** Contexts of one process may share the file; the file itself says how far it is. */
    private void catchUp() {
        synchronized (Sealer.class) {
            var known = file.last().map(line -> Seal.ofLine(line).number()).orElse(0L);
            for (var lacking = rows.after(known, BATCH); !lacking.isEmpty(); lacking = rows.after(known, BATCH)) {
                file.append(lacking);
                known = lacking.getLast().number();
            }
        }
    }

    private boolean fileAgrees() {
        var line = file.last();
        var found = line.isEmpty() ? "" : disagreement(line.get());
        if (!found.isEmpty() && !found.equals(alarm)) {
            LOG.error("The journal is no longer sealed: {}", found);
        }
        alarm = found;
        return found.isEmpty();
    }

    private String disagreement(String line) {
        try {
            var known = Seal.ofLine(line);
            return rows.find(known.number())
                    .map(seal -> seal.line().equals(line)
                            ? ""
                            : "seal " + known.number() + " differs between table and " + file.path())
                    .orElse("seal " + known.number() + " is in " + file.path() + " and not in the table");
        } catch (IllegalArgumentException e) {
            return "the last line of " + file.path() + " is no seal";
        }
    }
}
