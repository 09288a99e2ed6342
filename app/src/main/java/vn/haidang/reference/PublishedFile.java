package vn.haidang.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that somebody published, with what can be said of it before it is read: how it begins, and its columns where it is a table. */
public final class PublishedFile {

    private static final Pattern DAY = Pattern.compile("(?<![0-9])([12][0-9]{3}-[01][0-9]-[0-3][0-9])(?![0-9])");
    private static final int BEGINNING = 4096;

    private final GivenFile file;
    private final String beginning;
    private final @Nullable TableStream head;

    private PublishedFile(GivenFile file, String beginning, @Nullable TableStream head) {
        this.file = file;
        this.beginning = beginning;
        this.head = head;
    }

    /** Reads the beginning; of a table by its name (csv, tsv, txt) also how it is written. */
    public static PublishedFile of(GivenFile file) throws IOException {
        var name = file.name().toLowerCase(Locale.ROOT);
        var table = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
        try (var in = file.open()) {
            var beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            return new PublishedFile(file, beginning, table ? TableStream.of(file) : null);
        }
    }

    public GivenFile given() {
        return file;
    }

    public String name() {
        return file.name();
    }

    /** The first few thousand bytes, as UTF-8. */
    public String beginning() {
        return beginning;
    }

    /** Of a table; empty for any other file and for a table that cannot be read. */
    public List<String> columns() {
        return head == null ? List.of() : head.columns();
    }

    public boolean has(String... columns) {
        return columns().containsAll(List.of(columns));
    }

    /** Why nothing of a table can be read, empty where it can or where it is none. */
    public List<Refusal> unreadable() {
        return head == null ? List.of() : head.refusals();
    }

    /** The table from its first row on. */
    public TableStream table() {
        return TableStream.of(file);
    }

    /** The first day in its name. */
    public Optional<LocalDate> day() {
        var found = DAY.matcher(file.name());
        try {
            return found.find() ? Optional.of(LocalDate.parse(found.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
