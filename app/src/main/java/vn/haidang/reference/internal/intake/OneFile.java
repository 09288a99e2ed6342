package vn.haidang.reference.internal.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.ImportCheck.FileLine;
import vn.haidang.reference.ImportCheck.Listener;
import vn.haidang.reference.ImportCheck.State;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.internal.LoadedTables;
import vn.haidang.reference.internal.intake.Intakes.Candidate;
import vn.haidang.reference.spi.Intake;
import vn.haidang.ui.ProblemException;

/** Takes one file in one transaction, or nothing of it; what is said of it stays either way. */
@Component
public class OneFile {

    private static final int TOLD_EVERY = 1000;

    private final ImportRows rows;
    private final LoadedTables loaded;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    OneFile(ImportRows rows, LoadedTables loaded, Journal journal, TransactionOperations transactions, Clock clock) {
        this.rows = rows;
        this.loaded = loaded;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    public FileLine take(UUID run, int number, Candidate candidate, boolean again, Actor by, Listener listener)
            throws IOException {
        var begun = clock.instant();
        var name = candidate.file().name();
        try (var remarks = rows.remarks(run, number)) {
            var report = new IntakeReport(
                    remark -> {
                        remarks.add(remark);
                        listener.remark(name, remark);
                    },
                    read -> {
                        if (read % TOLD_EVERY == 0) {
                            rows.progress(run, number, read);
                            listener.progress(name, read);
                        }
                    });
            var state = state(candidate, run, number, again, by, report);
            var kind = candidate.kind();
            var millis = Duration.between(begun, clock.instant()).toMillis();
            var line = new FileLine(number, name, kind, state, report.counts(), millis);
            remarks.flush();
            rows.done(run, line);
            return line;
        }
    }

    private State state(Candidate candidate, UUID run, int number, boolean again, Actor by, IntakeReport report)
            throws IOException {
        var intake = candidate.intake();
        if (intake == null) {
            report.refuse(candidate.file().unreadable());
            return report.refused() ? State.REFUSED : State.UNKNOWN;
        }
        rows.progress(run, number, 0);
        var sha256 = sha256(candidate.file().given());
        if (!again && rows.taken(intake.kind(), sha256)) {
            return State.SAME;
        }
        try {
            transactions.executeWithoutResult(status -> {
                loaded.lock();
                take(intake, candidate.file(), sha256, by, report);
                if (report.refused()) {
                    status.setRollbackOnly();
                }
            });
        } catch (ProblemException e) {
            refuse(e, report);
        } catch (DataIntegrityViolationException e) {
            var cause = String.valueOf(e.getMostSpecificCause().getMessage());
            report.refuse(
                    0,
                    "",
                    "reference.refused.constraint",
                    cause.lines().findFirst().orElse(""));
        } catch (UncheckedIOException e) {
            report.refuse(0, "", "reference.refused.unreadable");
        }
        return report.refused() ? State.REFUSED : State.TAKEN;
    }

    private void take(Intake intake, PublishedFile file, String sha256, Actor by, IntakeReport report) {
        try {
            intake.take(file, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!report.refused() && rows.record(intake.kind(), sha256)) {
            journal.act(Act.of("reference/imported", by)
                    .on(new Subject("reference/import", UuidCreator.getNameBasedSha1(intake.kind() + ' ' + sha256)))
                    .changed("sha256", null, sha256));
        }
    }

    /** Where the problem names the entry and the reason, these; else its own words. */
    private static void refuse(ProblemException e, IntakeReport report) {
        var arguments = e.problem().arguments();
        if (arguments.size() == 2
                && arguments.getFirst() instanceof Number entry
                && arguments.get(1) instanceof String messageKey) {
            report.refuse(entry.longValue(), "", messageKey);
        } else {
            report.refuse(0, "", e.problem().messageKey(), arguments.toArray());
        }
    }

    private static String sha256(GivenFile file) throws IOException {
        try (var in = new DigestInputStream(file.open(), MessageDigest.getInstance("SHA-256"))) {
            var block = new byte[65536];
            int read = in.read(block);
            while (read >= 0) {
                read = in.read(block);
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
