package vn.haidang.journal.internal;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of seals, read line by line beside the table. Ends at the line that was last when it was opened: it must be opened
 * before the snapshot of the table, for the table is always written first.
 */
final class SealLines implements AutoCloseable {

    /** A line of the file. */
    record Line(long number, String text) {}

    private final Stream<String> stream;
    private final Iterator<String> lines;
    private final Consumer<Finding> findings;
    private final String lastText;
    private long read;
    private boolean ended;
    private @Nullable Line present;

    SealLines(SealFile file, Consumer<Finding> findings) {
        this.findings = findings;
        this.lastText = file.last().orElse("");
        this.ended = lastText.isEmpty();
        this.stream = file.lines();
        this.lines = stream.iterator();
        advance();
    }

    /** The line not yet taken; null at the end. */
    @Nullable Line present() {
        return present;
    }

    void advance() {
        present = null;
        while (present == null && !ended && lines.hasNext()) {
            var text = lines.next();
            read++;
            ended = text.equals(lastText);
            present = parsed(text);
        }
    }

    private @Nullable Line parsed(String text) {
        try {
            return new Line(Seal.ofLine(text).number(), text);
        } catch (IllegalArgumentException e) {
            findings.accept(new Finding.FileUnreadable(read));
            return null;
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
