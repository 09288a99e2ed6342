package vn.haidang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.document.internal.signing.KeptKey;
import vn.haidang.document.internal.signing.Signatory;
import vn.haidang.document.internal.signing.SigningKeys;
import vn.haidang.files.FileId;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** What was backed up comes back elsewhere byte by byte, into either kind of database; what cannot come back leaves nothing. */
@Tag("long")
@WebTest
class BackupTests {

    private record Ended(int code, String out, String err) {}

    private static final Signatory HEAD =
            new Signatory.Person(new AccountId(UUID.fromString("018f0000-0000-7000-8000-0000000000b1")), "Kept");

    @TempDir
    Path folder;

    private final Backup backup;
    private final vn.haidang.files.Files files;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final List<SigningKeys> signingKeys;
    private final List<RecurringTask<?>> sweeps;

    BackupTests(
            Backup backup,
            vn.haidang.files.Files files,
            Journal journal,
            TransactionOperations transactions,
            List<SigningKeys> places,
            List<RecurringTask<?>> tasks) {
        this.backup = backup;
        this.files = files;
        this.journal = journal;
        this.transactions = transactions;
        this.sweeps = tasks.stream()
                .filter(task -> task.getName().equals("files-sweep"))
                .toList();
        this.signingKeys =
                places.stream().filter(each -> each.code().equals("software")).toList();
    }

    @Test
    void aBackupOfTheRunningProductComesBackElsewhereByteByByteAndIsProven() throws Exception {
        transactions.executeWithoutResult(status -> signingKeys.forEach(keys -> keys.of(HEAD)));
        backupWhilePeopleWork(folder.resolve("running.zip"));
        var firstHome = Map.of("HAIDANG_HOME", folder.resolve("first").toString(), "HAIDANG_DEMO", "off");

        var restored = restore(firstHome, folder.resolve("running.zip"));

        assertThat(restored.err()).isEmpty();
        assertThat(restored.code()).isZero();
        var proof = ProgramProcess.run(firstHome, "", "verify-journal");
        assertThat(proof.out()).contains("The journal is whole");

        // of the product that stands, into a database of somebody else
        var second = folder.resolve("standing.zip");
        assertThat(ProgramProcess.run(firstHome, "", "backup", second.toString())
                        .out())
                .contains("tables with");
        assertThat(Files.getPosixFilePermissions(second)).hasSize(2);
        try (var server = ExternalServer.start(folder.resolve("server"))) {
            var secondHome = new HashMap<>(server.settings());
            secondHome.put("HAIDANG_HOME", folder.resolve("second").toString());

            assertThat(restore(secondHome, second).err()).isEmpty();

            assertThat(dump(server.owner())).isEqualTo(dumpOf(Path.of(firstHome.get("HAIDANG_HOME"))));
            assertThat(KeptKey.usable(server.owner(), Home.at(folder.resolve("second"))))
                    .as("the authority and whom it certified sign on")
                    .isGreaterThanOrEqualTo(2);
            assertThat(hashes(folder.resolve("second"))).isEqualTo(hashes(folder.resolve("first")));
            assertThat(hashes(folder.resolve("second")).keySet())
                    .anyMatch(name -> name.startsWith("files/"))
                    .contains("journal/seals.log", "keys/journal-sealing.pem")
                    .noneMatch(name -> name.startsWith("keys/database-"));

            var again = restore(secondHome, second);
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("platform/restore-target-not-empty", "Nơi khôi phục không trống", "empty");
        }
        assertThat(restore(firstHome, second).err()).contains("platform/restore-target-not-empty");
    }

    @Test
    void aDamagedBackupIsRefusedWhereverTheDamageIs() throws Exception {
        var whole = folder.resolve("whole.zip");
        backup.write(whole, false);
        assertThat(check(whole).code()).isZero();

        var bytes = Files.readAllBytes(whole);
        var shortened = Files.write(folder.resolve("short.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(check(shortened).err()).contains("platform/backup-damaged", "bị hỏng");
        var refused = 0;
        for (int i = 1; i < 8; i++) {
            var bent = bytes.clone();
            bent[bytes.length / 8 * i] ^= 0x55;
            var file = Files.write(folder.resolve("bent.zip"), bent);
            var ended = check(file);
            if (ended.code() == 0) {
                // such as the hour at which a part was packed, which nobody reads
                assertThat(contents(file)).as("byte %d", bytes.length / 8 * i).isEqualTo(contents(whole));
            } else {
                assertThat(ended.code()).isEqualTo(1);
                assertThat(ended.err()).contains("platform/backup-damaged");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(3);
        assertThat(check(Files.writeString(folder.resolve("none.zip"), "no backup"))
                        .err())
                .contains("platform/backup-damaged");
        assertThat(check(folder.resolve("missing.zip")).err()).contains("platform/backup-damaged");
        assertThatThrownBy(() -> backup.write(whole, false)).hasMessageContaining("platform/backup-file-exists");
        assertThat(folder.resolve("whole.zip.half")).doesNotExist();
    }

    @Test
    void aBackupOfANewerVersionIsRefusedInBothLanguages() throws Exception {
        var whole = folder.resolve("whole.zip");
        backup.write(whole, false);

        var later = rewritten(
                whole,
                "later.zip",
                json -> json.replaceFirst("(\"module\" : \"casework\",\\s+\"version\" : )\"\\d+\"", "$1\"9999\""));
        assertThat(check(later).err())
                .contains("platform/backup-newer", "casework 9999", "phiên bản mới hơn", "newer version");
        var unknown = rewritten(
                whole, "unknown.zip", json -> json.replace("\"module\" : \"files\"", "\"module\" : \"fleet\""));
        assertThat(check(unknown).err()).contains("platform/backup-newer", "fleet");
        var format = rewritten(whole, "format.zip", json -> json.replace("\"format\" : 1", "\"format\" : 2"));
        assertThat(check(format).err()).contains("platform/backup-newer", "format 2");
    }

    @Test
    void whatFailsHalfwayLeavesAnEmptyTargetAndWhatWasCutOffIsBegunAnew() throws Exception {
        var whole = folder.resolve("whole.zip");
        backup.write(whole, true);
        var target = Map.of("HAIDANG_HOME", folder.resolve("target").toString(), "HAIDANG_DEMO", "off");
        var twice = folder.resolve("twice.zip");
        Files.copy(whole, twice);
        rowTwice(twice, "identity.role");

        var failed = restore(target, twice);

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("platform/backup-failed", "duplicate key");
        assertThat(hashes(folder.resolve("target"))).isEmpty();
        try (var database = EmbeddedDatabase.start(Home.at(folder.resolve("target")))) {
            var restored = new RestoredDatabase(database.address(DatabaseRole.OWNER));
            assertThat(restored.isEmpty()).isTrue();
            // as a power cut leaves it
            restored.begin();
            Migrations.run(
                    database.address(DatabaseRole.OWNER), List.of(new BackupManifest.History(Migrations.ROOT, "1")));
        }
        Files.createDirectories(folder.resolve("target/files/aa"));
        Files.writeString(folder.resolve("target/files/aa/half"), "half");
        var refused = ProgramProcess.run(target, "");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("platform/restore-unfinished");

        assertThat(restore(target, whole).err()).isEmpty();
        assertThat(ProgramProcess.run(target, "", "verify-journal").out()).contains("The journal is whole");
    }

    private void backupWhilePeopleWork(Path file) throws Exception {
        var stop = new AtomicBoolean();
        var people = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                transactions.executeWithoutResult(status -> work());
            }
        });
        var leaving = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                FileId left = requireNonNull(transactions.execute(status -> work()));
                files.forget(List.of(left), "test", Actor.SYSTEM);
                sweep();
            }
        });
        try {
            transactions.executeWithoutResult(status -> work());
            assertThat(backup.write(file, true).lacking())
                    .as("what left the disk while the snapshot named it")
                    .isEmpty();
        } finally {
            stop.set(true);
            people.join();
            leaving.join();
        }
    }

    /** As the scheduler runs it; the job looks at nothing of what that would tell it. */
    @SuppressWarnings({"NullAway", "rawtypes", "unchecked"})
    private void sweep() {
        try (var owner = TestDatabase.connectAs(DatabaseRole.OWNER);
                var statement = owner.createStatement()) {
            statement.execute("update files.released set due_at = '2000-01-01'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sweeps.forEach(task -> ((RecurringTask) task).execute(task.instance(RecurringTask.INSTANCE), null));
    }

    private FileId work() {
        var paper = ("%PDF-1.4\n%" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        var stored = files.store(
                "paper.pdf", new ByteArrayInputStream(paper), 1_000, Set.of("application/pdf"), Actor.SYSTEM);
        journal.act(Act.of("files/stored", Actor.SYSTEM)
                .on(new Subject("files/file", stored.id().value()))
                .changed("name", null, stored.name())
                .because("test"));
        return stored.id();
    }

    private static Ended restore(Map<String, String> settings, Path file) {
        return run(settings, file.toString());
    }

    private Ended check(Path file) {
        return run(Map.of("HAIDANG_HOME", folder.resolve("untouched").toString()), file.toString(), "--check");
    }

    private static Ended run(Map<String, String> settings, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = new Restore(settings)
                .run(
                        List.of(words),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same backup with another manifest, which is again whole in itself. */
    private Path rewritten(Path whole, String name, UnaryOperator<String> change) throws Exception {
        var file = Files.copy(whole, folder.resolve(name));
        try (var zip = FileSystems.newFileSystem(file)) {
            var before = Files.readString(zip.getPath(BackupManifest.ENTRY));
            var after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(zip.getPath(BackupManifest.ENTRY), after);
            Files.writeString(zip.getPath(BackupManifest.HASH_ENTRY), sha256(after.getBytes(StandardCharsets.UTF_8)));
        }
        return file;
    }

    /** A whole backup that no database takes. */
    private void rowTwice(Path file, String table) throws Exception {
        try (var zip = FileSystems.newFileSystem(file)) {
            var entry = zip.getPath("tables/" + table + ".copy");
            var before = Files.readString(entry);
            Files.writeString(entry, before + before);
            var manifest = Files.readString(zip.getPath(BackupManifest.ENTRY));
            var known = BackupManifest.read(manifest.getBytes(StandardCharsets.UTF_8)).tables().stream()
                    .filter(each -> each.name().equals(table))
                    .findFirst()
                    .orElseThrow()
                    .part();
            var twice = (before + before).getBytes(StandardCharsets.UTF_8);
            var changed = manifest.replace(known.sha256(), sha256(twice))
                    .replaceFirst(
                            "(\"entry\" : \"" + entry + "\",\\s+\"bytes\" : )" + known.bytes(), "$1" + twice.length);
            Files.writeString(zip.getPath(BackupManifest.ENTRY), changed);
            Files.writeString(zip.getPath(BackupManifest.HASH_ENTRY), sha256(changed.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Map<String, List<String>> dumpOf(Path home) throws Exception {
        try (var database = EmbeddedDatabase.start(Home.at(home))) {
            var address = database.address(DatabaseRole.OWNER);
            return dump(DriverManager.getConnection(address.url(), address.user(), address.password()));
        }
    }

    private static Map<String, List<String>> dump(Connection connection) throws Exception {
        try (connection) {
            return TableDump.of(connection);
        }
    }

    /** What an installation has beside its database and its logs. */
    private static Map<String, String> contents(Path archive) throws Exception {
        var hashes = new TreeMap<String, String>();
        try (var zip = FileSystems.newFileSystem(archive);
                var paths = Files.walk(zip.getPath("/"))) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                hashes.put(path.toString(), sha256(Files.readAllBytes(path)));
            }
        }
        return hashes;
    }

    private static Map<String, String> hashes(Path home) throws Exception {
        var hashes = new TreeMap<String, String>();
        for (var part : List.of("files", "journal", "keys")) {
            if (!Files.exists(home.resolve(part))) {
                continue;
            }
            try (var paths = Files.walk(home.resolve(part))) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    if (!path.getFileName().toString().startsWith("database-")) {
                        hashes.put(home.relativize(path).toString(), sha256(Files.readAllBytes(path)));
                    }
                }
            }
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(BackupArchive.sha256().digest(bytes));
    }
}
