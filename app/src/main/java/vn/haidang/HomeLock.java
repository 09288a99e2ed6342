package vn.haidang;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a {@link Home} for one process; gone with the process, however it ends. Within one process the second taker is
 * refused before the file is touched: closing it again would silently release the lock of the first.
 */
final class HomeLock implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty when another process, or another part of this one, holds the home. */
    static Optional<HomeLock> take(Home home) throws IOException {
        var file = home.folder().resolve("haidang.lock");
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return Optional.of(new HomeLock(file, channel));
        }
        channel.close();
        HELD_HERE.remove(file);
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
