package vn.haidang;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.spi.Verb;

/**
 * {@code bin/backup <file>}: everything of one moment in one file, while the product runs or stands. The snapshot of the database
 * comes first; files and seals are taken along as far as the snapshot knows them. The keys of the home are in it unless
 * {@code --without-keys} is said; the passwords of the database never are.
 */
@Component
class Backup implements Verb {

    static final String VERB = "backup";

    private static final String WITHOUT_KEYS = "--without-keys";
    private static final String PASSWORD_OF_DATABASE = "database-";

    private final DatabaseAddresses addresses;
    private final Home home;
    private final ObjectProvider<KeptInHome> kept;
    private final Clock clock;

    Backup(DatabaseAddresses addresses, Home home, ObjectProvider<KeptInHome> kept, Clock clock) {
        this.addresses = addresses;
        this.home = home;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public String name() {
        return VERB;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var files = arguments.stream().filter(word -> !word.startsWith("--")).toList();
        var options = arguments.stream().filter(word -> word.startsWith("--")).toList();
        if (files.size() != 1 || options.stream().anyMatch(option -> !option.equals(WITHOUT_KEYS))) {
            out.println("backup takes the name of a new file, and " + WITHOUT_KEYS + " where they are kept elsewhere");
            return StartRefused.WRONG_USE;
        }
        try {
            return tell(write(Path.of(files.getFirst()), options.isEmpty()), files.getFirst(), out);
        } catch (ProblemException refused) {
            BackupProblems.print(refused.problem(), System.err);
        } catch (IOException | SQLException e) {
            BackupProblems.print(
                    BackupProblems.failed(String.valueOf(e.getMessage())).problem(), System.err);
        }
        return StartRefused.FAILED;
    }

    private static int tell(BackupManifest manifest, String file, PrintStream out) throws IOException {
        for (var lacking : manifest.lacking()) {
            out.println("Missing or damaged, and not in the backup: " + lacking);
        }
        out.printf(
                "%s: %d tables with %d rows, %d files and keys, %,d bytes; snapshot of %s%n",
                file,
                manifest.tables().size(),
                manifest.rows(),
                manifest.parts().size(),
                Files.size(Path.of(file)),
                manifest.at());
        return manifest.lacking().isEmpty() ? 0 : StartRefused.FAILED;
    }

    /** The file is whole or not there at all. */
    BackupManifest write(Path file, boolean withKeys) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw BackupProblems.fileExists(file.toString());
        }
        var modules = kept.orderedStream().toList();
        try (var archive = new BackupArchive(file);
                var snapshot = DatabaseSnapshot.take(addresses.of(DatabaseRole.OWNER), modules)) {
            var histories = snapshot.histories();
            var at = clock.instant();
            var shapes = snapshot.tables();
            snapshot.lock(shapes);
            List<BackupManifest.Table> tables = new ArrayList<>();
            for (var shape : shapes) {
                tables.add(table(archive, snapshot, shape));
            }
            List<BackupManifest.Part> parts = new ArrayList<>();
            List<String> lacking = new ArrayList<>();
            for (var module : modules) {
                module.each(snapshot.connection(), each -> add(archive, each, parts, lacking));
            }
            if (withKeys) {
                addKeys(archive, parts);
            }
            var manifest = new BackupManifest(
                    BackupManifest.FORMAT,
                    version(),
                    at,
                    snapshot.server(),
                    histories,
                    tables,
                    snapshot.sequences(),
                    parts,
                    lacking);
            archive.finish(manifest);
            return manifest;
        }
    }

    private static BackupManifest.Table table(
            BackupArchive archive, DatabaseSnapshot snapshot, BackupManifest.Table shape)
            throws IOException, SQLException {
        var rows = new long[1];
        var part = archive.<SQLException>add(
                "tables/" + shape.name().replace("\"", "") + ".copy", out -> rows[0] = snapshot.copy(shape, out));
        return new BackupManifest.Table(
                shape.name(), shape.columns(), shape.partition(), shape.comment(), rows[0], part);
    }

    private static void add(
            BackupArchive archive, KeptInHome.Kept each, List<BackupManifest.Part> parts, List<String> lacking)
            throws IOException {
        if (!isWhole(each)) {
            lacking.add(each.name());
            return;
        }
        try (var in = Files.newInputStream(each.path())) {
            parts.add(archive.add(each.name(), out -> copy(in, out, each.bytes())));
        }
    }

    private void addKeys(BackupArchive archive, List<BackupManifest.Part> parts) throws IOException {
        try (Stream<Path> keys = Files.list(home.folder("keys"))) {
            for (var key : keys.sorted().toList()) {
                var name = key.getFileName().toString();
                if (!name.startsWith(PASSWORD_OF_DATABASE)) {
                    parts.add(archive.add("keys/" + name, out -> Files.copy(key, out)));
                }
            }
        }
    }

    /** Whether it is there, long enough and, where that is known, with the right hash. */
    private static boolean isWhole(KeptInHome.Kept each) throws IOException {
        try (var in = Files.newInputStream(each.path())) {
            var digest = BackupArchive.sha256();
            long read = copy(
                    in, new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest), each.bytes());
            @Nullable String expected = each.sha256();
            return read == each.bytes()
                    && (expected == null || expected.equals(HexFormat.of().formatHex(digest.digest())));
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    private static long copy(InputStream in, OutputStream out, long bytes) throws IOException {
        var buffer = new byte[64 * 1024];
        long copied = 0;
        while (copied < bytes) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, bytes - copied));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    static String version() {
        @Nullable String version = HaidangApplication.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
