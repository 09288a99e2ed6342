package vn.haidang.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.haidang.Home;

/**
 * The seals outside the database: {@code HAIDANG_HOME/journal/seals.log}, one line each, only ever appended to and on disk
 * before {@link #append} returns. A last line that a crash cut short was never whole and is written again.
 */
@Component
class SealFile {

    /** Longer than any line. */
    private static final int TAIL = 2048;

    private final Path path;

    @Autowired
    SealFile(Home home) {
        this(home.folder("journal").resolve("seals.log"));
    }

    SealFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The last whole line, as it stands: the caller decides what to think of one that is no seal. */
    Optional<String> last() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var whole = wholeLines(channel, channel.size());
            var start = Math.max(0, whole - TAIL);
            var bytes = ByteBuffer.allocate((int) (whole - start));
            readFully(channel, bytes, start);
            var text = new String(bytes.array(), UTF_8).stripTrailing();
            return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(text.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(List<Seal> seals) {
        if (seals.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        seals.forEach(seal -> lines.append(seal.line()).append('\n'));
        try (var channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var end = wholeLines(channel, channel.size());
            channel.truncate(end);
            channel.position(end);
            var bytes = ByteBuffer.wrap(lines.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines, read as they are asked for; to be closed. */
    Stream<String> lines() {
        try {
            return Files.exists(path) ? Files.lines(path) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long wholeLines(FileChannel channel, long size) throws IOException {
        var start = Math.max(0, size - TAIL);
        var bytes = ByteBuffer.allocate((int) (size - start));
        readFully(channel, bytes, start);
        for (int i = bytes.capacity() - 1; i >= 0; i--) {
            if (bytes.get(i) == '\n') {
                return start + i + 1;
            }
        }
        return start;
    }

    private static void readFully(FileChannel channel, ByteBuffer bytes, long start) throws IOException {
        while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
            continue;
        }
    }
}
