package vn.haidang.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haidang.ui.Problem;

/**
 * Bytes by their hash under the home folder, or under a folder that all nodes share. What was kept is on the disk ({@code fsync} of the file and of its folder) before the
 * caller's transaction can commit; bytes whose transaction was rolled back stay unnamed until {@link FileSweep} finds them.
 */
@Component
public class ContentStore {

    /** The folder below the home, and the first word of a file's name in a backup. */
    static final String ROOT = "files";

    /** Folders just below the root, by the first two digits of a hash. */
    static final int SHELVES = 256;

    private static final int BUFFER = 64 * 1024;
    private static final Duration ARRIVES_WITHIN = Duration.ofDays(1);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Path arriving;
    private final long reserve;

    /** Folders whose own names are on the disk. */
    private final Set<Path> lasting = ConcurrentHashMap.newKeySet();

    ContentStore(
            @Value("${haidang.home}") Path home,
            @Value("${haidang.files.folder:}") String folder,
            @Value("${haidang.files.free-space-reserve:268435456}") long reserve) {
        this.root = folder.isBlank() ? home.resolve(ROOT) : Path.of(folder);
        this.arriving = root.resolve("arriving");
        this.reserve = reserve;
    }

    /** Takes bytes in, at most {@code largest} of them; nothing of what is refused stays on the disk. */
    public Incoming receive(InputStream bytes, long largest) {
        Path target = arriving.resolve(java.util.UUID.randomUUID().toString());
        try {
            Files.createDirectories(arriving);
            refuseWithoutSpace();
            Incoming incoming = copy(bytes, largest, target);
            if (incoming.bytes() == 0) {
                throw Problem.of("files/empty", 422).exception();
            }
            return incoming;
        } catch (IOException failure) {
            discard(target);
            if (isDiskFull(failure)) {
                throw Problem.of("files/no-space", 507).exception();
            }
            throw new UncheckedIOException(failure);
        } catch (RuntimeException refusal) {
            discard(target);
            throw refusal;
        }
    }

    private Incoming copy(InputStream bytes, long largest, Path target) throws IOException {
        MessageDigest digest = sha256();
        long total = 0;
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                total += read;
                if (total > largest) {
                    throw Problem.of("files/too-large", 413, largest / (1024 * 1024))
                            .exception();
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            boolean isNew = !Files.exists(place(sha256));
            if (isNew) {
                channel.force(true);
            }
            return new Incoming(target, total, sha256, isNew);
        }
    }

    /**
     * Gives received bytes their lasting place; the same bytes a second time take no room. Their hash is named in the caller's
     * transaction, so that nobody takes away meanwhile what lies there.
     */
    public void keep(Incoming incoming) {
        Path place = place(incoming.sha256());
        try {
            if (lies(place, incoming.bytes())) {
                Files.delete(incoming.path());
            } else {
                if (!incoming.lasting()) {
                    forceBytes(incoming.path());
                }
                Files.createDirectories(folder(incoming.sha256()));
                Files.move(incoming.path(), place, StandardCopyOption.ATOMIC_MOVE);
            }
            last(incoming.sha256());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asked by opening it: of a folder on the network a node may remember a file that another has deleted. */
    private static boolean lies(Path place, long bytes) throws IOException {
        try (FileChannel there = FileChannel.open(place, StandardOpenOption.READ)) {
            return there.size() == bytes;
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    void forceBytes(Path arrived) throws IOException {
        try (FileChannel channel = FileChannel.open(arrived, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Takes the bytes of a hash away that nothing names; no fault when they are gone. */
    void remove(String sha256) {
        discard(place(sha256));
    }

    /** The hashes of what lies on one of {@link #SHELVES}, named or not. */
    List<String> shelf(int shelf) {
        Path above = root.resolve(shelfName(shelf));
        if (!Files.isDirectory(above)) {
            return List.of();
        }
        try (Stream<Path> lying = Files.walk(above, 2)) {
            return lying.map(path -> path.getFileName().toString())
                    .filter(name -> HASH.matcher(name).matches())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With which two digits the hashes of a shelf begin. */
    static String shelfName(int shelf) {
        return HexFormat.of().toHexDigits((byte) shelf);
    }

    /** Takes away what began to arrive a day ago and was cut off, by the clock of the disk itself; how many. */
    int clearArriving() {
        if (!Files.isDirectory(arriving)) {
            return 0;
        }
        try {
            Path probe = Files.createTempFile(arriving, "clock", "");
            FileTime before =
                    FileTime.from(Files.getLastModifiedTime(probe).toInstant().minus(ARRIVES_WITHIN));
            Files.delete(probe);
            int cleared = 0;
            try (Stream<Path> waiting = Files.list(arriving)) {
                for (Path each : waiting.toList()) {
                    if (isOlder(each, before) && Files.deleteIfExists(each)) {
                        cleared++;
                    }
                }
            }
            return cleared;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOlder(Path file, FileTime than) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(than) < 0;
        } catch (NoSuchFileException kept) {
            return false;
        }
    }

    /** What has its name in the folder by now keeps it, whoever gave it and however far they are; and so does the folder in those above. */
    private void last(String sha256) throws IOException {
        Path folder = folder(sha256);
        force(folder);
        if (!lasting.contains(folder)) {
            force(above(sha256));
            force(root);
            lasting.add(folder);
        }
    }

    void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    public void discard(Incoming incoming) {
        discard(incoming.path());
    }

    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The bytes of a hash; reading them to the end fails when they are no longer the bytes that were kept. */
    public InputStream open(String sha256) {
        try {
            return new Checked(Files.newInputStream(place(sha256)), sha256);
        } catch (NoSuchFileException missing) {
            throw Problem.of("files/content-missing", 500).exception();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the bytes of a hash lie, if they are there. */
    Path place(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return above(sha256).resolve(sha256.substring(2, 4));
    }

    private Path above(String sha256) {
        return root.resolve(sha256.substring(0, 2));
    }

    private void refuseWithoutSpace() {
        if (root.toFile().getUsableSpace() < reserve) {
            throw Problem.of("files/no-space", 507).exception();
        }
    }

    /** A full disk, a full quota and a file-size limit all come as an {@link IOException} that only its text tells apart. */
    private static boolean isDiskFull(IOException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.contains("No space left") || text.contains("File too large") || text.contains("quota");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Compares the hash at the end of the stream. */
    private static final class Checked extends DigestInputStream {

        private final String expected;
        private boolean ended;

        Checked(InputStream in, String expected) {
            super(in, sha256());
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read < 0) {
                end();
            }
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read < 0) {
                end();
            }
            return read;
        }

        private void end() throws IOException {
            if (!ended) {
                ended = true;
                String actual = HexFormat.of().formatHex(digest.digest());
                if (!actual.equals(expected)) {
                    throw new IOException("the stored bytes no longer have the hash " + expected);
                }
            }
        }
    }
}
