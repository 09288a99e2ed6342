package vn.haidang;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a module keeps beside the database. A backup takes along what the snapshot knows of, and nothing that came later. */
public interface KeptInHome {

    /**
     * Something to take along.
     *
     * @param name its path below the home folder, with slashes
     * @param path where it lies
     * @param bytes how many from its beginning belong to the snapshot
     * @param sha256 what these are known to have as hash, 64 hexadecimal digits; null where only the backup will know
     */
    record Kept(
            String name, Path path, long bytes, @Nullable String sha256) {}

    /** Takes one thing. */
    @FunctionalInterface
    interface Taker {
        void take(Kept kept) throws IOException;
    }

    /** Before the snapshot begins: what it will name stays where it lies until this connection, which is in no transaction, is closed. */
    default void hold(Connection session) throws SQLException {}

    /** Hands everything to the taker. The connection is in the transaction of the snapshot. */
    void each(Connection snapshot, Taker taker) throws SQLException, IOException;
}
