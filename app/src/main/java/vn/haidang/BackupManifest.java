package vn.haidang;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in a backup, with the hash of every part.
 *
 * @param format of the backup itself; a program refuses those it does not know
 * @param program version of the program that wrote it
 * @param at when the snapshot was taken
 * @param server version of the database server
 * @param lacking paths that the database names and the home folder did not have whole
 */
record BackupManifest(
        int format,
        String program,
        Instant at,
        String server,
        List<History> histories,
        List<Table> tables,
        List<Sequence> sequences,
        List<Part> parts,
        List<String> lacking) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String HASH_ENTRY = "manifest.sha256";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** How far the migrations of one module had come. */
    record History(String module, String version) {}

    record Column(String name, String type) {}

    /** Of which table a table is a part, and for what. */
    record Partition(String parent, String bound) {}

    /**
     * A table with its rows as PostgreSQL copies them out, in text.
     *
     * @param name quoted, with its schema
     */
    record Table(
            String name,
            List<Column> columns,
            @Nullable Partition partition,
            @Nullable String comment,
            long rows,
            Part part) {}

    record Sequence(String name, long value, boolean called) {}

    /** An entry of the archive: its size in bytes and its hash. */
    record Part(String entry, long bytes, String sha256) {}

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** @throws JacksonException if it is none */
    static BackupManifest read(byte[] json) {
        return JSON.readValue(json, BackupManifest.class);
    }

    /** The format alone: of a newer one nothing else need be understood. */
    static int formatOf(byte[] json) {
        return JSON.readTree(json).path("format").asInt(0);
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
