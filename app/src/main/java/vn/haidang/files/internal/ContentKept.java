package vn.haidang.files.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import vn.haidang.KeptInHome;

/** The bytes of every content the snapshot names, by their hash. */
@Component
class ContentKept implements KeptInHome {

    private static final int FETCH = 1_000;

    private final ContentStore store;

    ContentKept(ContentStore store) {
        this.store = store;
    }

    @Override
    public void hold(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute("select pg_advisory_lock_shared(" + ReleasedRows.BACKUP_LOCK + ")");
        }
    }

    @Override
    public void each(Connection snapshot, Taker taker) throws SQLException, IOException {
        try (var statement = snapshot.prepareStatement("select sha256, bytes from files.content order by sha256")) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    String hash = rows.getString("sha256");
                    taker.take(new Kept(
                            ContentStore.ROOT + "/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash,
                            store.place(hash),
                            rows.getLong("bytes"),
                            hash));
                }
            }
        }
    }
}
