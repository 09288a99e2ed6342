package vn.haidang.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What becomes of the rows of one file while it is taken: each is taken or left out with a reason, and one that is taken may be
 * doubtful. A file with a refusal is not taken at all. Keeps counts only, so a file may have any number of rows.
 */
public final class IntakeReport {

    /** How a remark speaks of a row. */
    public enum Kind {
        /** Nothing of the file is taken because of it. */
        REFUSED,
        /** The row is not taken, the others are. */
        LEFT_OUT,
        /** The row is taken as it is; somebody should look at it. */
        DOUBTFUL
    }

    /**
     * One row that somebody should look at.
     *
     * @param line in the file, or the number of the entry where it has no lines; 0 speaks of the whole file
     * @param subject what the row is about, for example a code
     */
    public record Remark(Kind kind, long line, String subject, String messageKey, List<Object> arguments) {

        public Remark {
            arguments = List.copyOf(arguments);
        }
    }

    private final Consumer<Remark> remarks;
    private final LongConsumer progress;
    private long read;
    private long taken;
    private long changed;
    private long leftOut;
    private long doubtful;
    private long refused;

    /** @param progress hears how many rows were read, after each */
    public IntakeReport(Consumer<Remark> remarks, LongConsumer progress) {
        this.remarks = remarks;
        this.progress = progress;
    }

    public void read() {
        progress.accept(++read);
    }

    public void taken(long rows) {
        taken += rows;
    }

    /** How many rows of the database are different now. */
    public void changed(long rows) {
        changed += rows;
    }

    public void leftOut(long line, String subject, String messageKey, Object... arguments) {
        leftOut++;
        say(Kind.LEFT_OUT, line, subject, messageKey, arguments);
    }

    public void doubtful(long line, String subject, String messageKey, Object... arguments) {
        doubtful++;
        say(Kind.DOUBTFUL, line, subject, messageKey, arguments);
    }

    public void refuse(long line, String subject, String messageKey, Object... arguments) {
        refused++;
        say(Kind.REFUSED, line, subject, messageKey, arguments);
    }

    /** The refusals a table found in its cells. */
    public void refuse(List<Refusal> refusals) {
        refusals.forEach(refusal -> refuse(
                refusal.line(),
                refusal.column(),
                refusal.messageKey(),
                new ArrayList<>(refusal.arguments()).toArray()));
    }

    public boolean refused() {
        return refused > 0;
    }

    public Counts counts() {
        return new Counts(read, taken, changed, leftOut, doubtful);
    }

    /** How many rows; {@code changed} counts rows of the database. */
    public record Counts(long read, long taken, long changed, long leftOut, long doubtful) {}

    private void say(Kind kind, long line, String subject, String messageKey, Object... arguments) {
        remarks.accept(new Remark(kind, line, subject, messageKey, List.of(arguments)));
    }
}
