package vn.haidang;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A backup while it is written: a ZIP archive that only its owner can read, and that has its name only once it is whole. */
final class BackupArchive implements AutoCloseable {

    /** Writes the bytes of one entry. */
    @FunctionalInterface
    interface Content<E extends Exception> {
        void write(OutputStream out) throws IOException, E;
    }

    private final Path file;
    private final Path half;
    private final ZipOutputStream zip;

    BackupArchive(Path file) throws IOException {
        this.file = file;
        this.half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(half)));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    <E extends Exception> BackupManifest.Part add(String entry, Content<E> content) throws IOException, E {
        zip.putNextEntry(new ZipEntry(entry));
        var counted = new Counted(zip);
        var digest = sha256();
        content.write(new DigestOutputStream(counted, digest));
        zip.closeEntry();
        return new BackupManifest.Part(entry, counted.bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Adds the manifest and gives the archive its name, once it is on the disk. */
    void finish(BackupManifest manifest) throws IOException {
        var json = manifest.json();
        var part = add(BackupManifest.ENTRY, out -> out.write(json));
        add(
                BackupManifest.HASH_ENTRY,
                out -> out.write(part.sha256().getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        zip.close();
        try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What is not finished leaves nothing. */
    @Override
    public void close() throws IOException {
        if (Files.deleteIfExists(half)) {
            zip.close();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Leaves the archive open when the entry's stream is closed. */
    private static final class Counted extends FilterOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }

        @Override
        public void close() {}
    }
}
