package vn.haidang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What {@code postmaster.pid} says: which process serves a data folder, and on which port. */
record PostmasterFile(Path data, long pid, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Optional<PostmasterFile> of(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return Optional.of(new PostmasterFile(
                    data,
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (IOException | NumberFormatException absentOrHalfWritten) {
            return Optional.empty();
        }
    }

    /**
     * Removes the file a killed server left behind, but first waits for the last of its workers to end: they still hold
     * the shared memory, and a second server beside them would destroy the data.
     */
    static void deleteOnceAbandoned(Path data, Duration limit) throws IOException {
        var workers = ProcessHandle.allProcesses()
                .filter(process -> isPostgres(process.pid(), data))
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(workers).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("workers of the killed PostgreSQL are still alive", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the killed PostgreSQL was ending", e);
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> isPostgres(pid, data));
    }

    /** True only if the process lives and really is a PostgreSQL working in this folder; a pid may have been reused. */
    boolean isAlive() {
        return process().isPresent();
    }

    private static boolean isPostgres(long pid, Path data) {
        var proc = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(proc.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres")
                    && Files.isSameFile(proc.resolve("cwd"), data);
        } catch (IOException notOurs) {
            return false;
        }
    }
}
