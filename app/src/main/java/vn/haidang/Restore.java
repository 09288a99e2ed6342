package vn.haidang;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.ProblemException;

/**
 * {@code bin/restore <file>}: brings a backup into an empty home and an empty database, embedded or external, whole or not at all.
 * With {@code --check} it only proves the file. Nothing else of the platform runs meanwhile: not even the migrations of a newer
 * program, which come at the next start.
 */
final class Restore {

    static final String VERB = "restore";
    private static final String CHECK = "--check";

    private final Map<String, String> environment;

    Restore(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Answers the exit code. */
    int run(List<String> arguments, PrintStream out, PrintStream err) {
        var files = arguments.stream().filter(word -> !word.startsWith("--")).toList();
        var options = arguments.stream().filter(word -> word.startsWith("--")).toList();
        if (files.size() != 1 || !options.stream().allMatch(CHECK::equals)) {
            err.println("haidang: restore takes the name of a backup, and " + CHECK + " to prove it only");
            return StartRefused.WRONG_USE;
        }
        try (var backup = BackupReading.open(Path.of(files.getFirst()))) {
            var manifest = backup.manifest();
            out.printf(
                    "%s: whole; %d tables with %d rows, %d files and keys, of %s%n",
                    files.getFirst(),
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.parts().size(),
                    manifest.at());
            manifest.lacking().forEach(lacking -> out.println("Was missing when it was written: " + lacking));
            if (options.isEmpty()) {
                restore(backup);
                out.println("Restored; every table was read back and is the same. Now run bin/verify-journal.");
            }
            return 0;
        } catch (ProblemException refused) {
            BackupProblems.print(refused.problem(), err);
        } catch (StartRefused refused) {
            err.println("haidang: " + refused.getMessage());
        } catch (IOException | SQLException | FlywayException e) {
            BackupProblems.print(
                    BackupProblems.failed(String.valueOf(e.getMessage())).problem(), err);
        }
        return StartRefused.FAILED;
    }

    private void restore(BackupReading backup) throws IOException, SQLException {
        var home = Home.at(Path.of(value("HAIDANG_HOME", "var")));
        var settings = new HaidangSettings.Database(
                value("HAIDANG_DATABASE_URL", ""),
                value("HAIDANG_DATABASE_OWNER_URL", ""),
                value("HAIDANG_DATABASE_RETENTION_URL", ""));
        if (!settings.url().isBlank()) {
            restore(backup, home, DatabaseAddresses.external(settings));
            return;
        }
        try (var embedded = EmbeddedDatabase.start(home)) {
            restore(backup, home, DatabaseAddresses.of(embedded));
        }
    }

    private void restore(BackupReading backup, Home home, DatabaseAddresses addresses)
            throws IOException, SQLException {
        var database = new RestoredDatabase(addresses.of(DatabaseRole.OWNER));
        var files = value("HAIDANG_FILES", "");
        var restored = new RestoredHome(home, files.isBlank() ? home.folder().resolve("files") : Path.of(files));
        if (database.isUnfinished()) {
            database.clear();
        } else if (!database.isEmpty()) {
            throw BackupProblems.targetNotEmpty("PostgreSQL");
        } else if (!restored.occupiedBy().isEmpty()) {
            throw BackupProblems.targetNotEmpty(restored.occupiedBy());
        }
        database.begin();
        var whole = false;
        try {
            restored.fill(backup);
            database.fill(backup);
            whole = true;
        } finally {
            if (!whole) {
                restored.clear();
                database.clear();
            }
        }
    }

    private String value(String name, String otherwise) {
        @Nullable String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** Whether these are the words of a restore. */
    static boolean isMeant(String... words) {
        return words.length > 0 && words[0].equals(VERB);
    }

    static List<String> arguments(String... words) {
        return Arrays.asList(words).subList(1, words.length);
    }
}
