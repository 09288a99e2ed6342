package vn.haidang.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import vn.haidang.KeptInHome;

/** The file of seals up to the last seal of the snapshot: one line more would be a cut tail wherever it is restored. */
@Component
class SealsKept implements KeptInHome {

    private final SealFile file;

    SealsKept(SealFile file) {
        this.file = file;
    }

    @Override
    public void each(Connection snapshot, Taker taker) throws SQLException, IOException {
        long last;
        try (var statement = snapshot.createStatement();
                var row = statement.executeQuery("select coalesce(max(number), 0) from journal.seal")) {
            row.next();
            last = row.getLong(1);
        }
        if (!Files.exists(file.path())) {
            return;
        }
        long size = Files.size(file.path());
        long bytes = 0;
        try (var lines = file.lines()) {
            for (var line : (Iterable<String>) lines::iterator) {
                long end = bytes + line.getBytes(UTF_8).length + 1;
                if (end > size || isAfter(line, last)) {
                    break;
                }
                bytes = end;
            }
        }
        if (bytes > 0) {
            taker.take(new Kept("journal/seals.log", file.path(), bytes, null));
        }
    }

    /** A line that is no seal is taken along as it stands: verifying names it. */
    private static boolean isAfter(String line, long last) {
        try {
            return Seal.ofLine(line).number() > last;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
