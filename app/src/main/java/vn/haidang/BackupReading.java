package vn.haidang;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/** A backup that is read: nothing of it is used before every part was found whole. */
final class BackupReading implements AutoCloseable {

    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupReading(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws vn.haidang.ui.ProblemException when it is damaged, of a newer program, or no backup at all */
    static BackupReading open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw BackupProblems.damaged(file.toString());
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException cutOff) {
            throw BackupProblems.damaged(file.toString());
        }
        try {
            var reading = new BackupReading(zip, manifest(zip));
            reading.check();
            return reading;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    InputStream open(BackupManifest.Part part) throws IOException {
        return open(zip, part.entry());
    }

    private static BackupManifest manifest(ZipFile zip) throws IOException {
        byte[] json;
        String hash;
        try (var in = open(zip, BackupManifest.ENTRY);
                var expected = open(zip, BackupManifest.HASH_ENTRY)) {
            json = in.readAllBytes();
            hash = new String(expected.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (ZipException e) {
            throw BackupProblems.damaged(BackupManifest.ENTRY);
        }
        if (!hash.equals(HexFormat.of().formatHex(BackupArchive.sha256().digest(json)))) {
            throw BackupProblems.damaged(BackupManifest.ENTRY);
        }
        try {
            int format = BackupManifest.formatOf(json);
            if (format > BackupManifest.FORMAT) {
                throw BackupProblems.newer("format " + format);
            }
            return BackupManifest.read(json);
        } catch (JacksonException e) {
            throw BackupProblems.damaged(BackupManifest.ENTRY);
        }
    }

    private void check() throws IOException {
        var migrations = new Migrations();
        for (var history : manifest.histories()) {
            if (migrations.isNewer(history)) {
                throw BackupProblems.newer(history.module() + " " + history.version());
            }
        }
        var parts =
                Stream.concat(manifest.tables().stream().map(BackupManifest.Table::part), manifest.parts().stream());
        for (var part : parts.toList()) {
            if (!isWhole(part)
                    || Path.of(part.entry()).isAbsolute()
                    || part.entry().contains("..")) {
                throw BackupProblems.damaged(part.entry());
            }
        }
    }

    private boolean isWhole(BackupManifest.Part part) throws IOException {
        var digest = BackupArchive.sha256();
        try (var in = new DigestInputStream(open(part), digest)) {
            long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
            return bytes == part.bytes() && part.sha256().equals(HexFormat.of().formatHex(digest.digest()));
        } catch (ZipException | java.io.EOFException damaged) {
            return false;
        }
    }

    private static InputStream open(ZipFile zip, String entry) throws IOException {
        var found = zip.getEntry(entry);
        if (found == null) {
            throw BackupProblems.damaged(entry);
        }
        return Objects.requireNonNull(zip.getInputStream(found));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
