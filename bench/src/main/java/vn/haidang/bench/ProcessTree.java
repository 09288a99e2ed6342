package vn.haidang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A process of this machine and everything it started, read from {@code /proc}.
 *
 * <p>Processor time is never lost: what a child used before it ended is counted with the process that waited for it.
 */
public record ProcessTree(long pid) {

    /** The unit of {@code /proc/<pid>/stat}; Linux shows it as 100 per second to every program. */
    private static final long TICK_MILLIS = 10;

    /** Processor time, user and system, used so far by the process, its living descendants and those that ended. */
    public Duration cpu() {
        return Duration.ofMillis(alive().mapToLong(ProcessTree::ticks).sum() * TICK_MILLIS);
    }

    /** Memory resident now, summed over the processes; pages they share are counted once for each. */
    public long residentBytes() {
        return alive().mapToLong(ProcessTree::resident).sum();
    }

    private Stream<Long> alive() {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid);
    }

    private static long ticks(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // The second field is the name in parentheses, and may itself hold spaces: count from its end.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long user = Long.parseLong(fields[11]);
        long system = Long.parseLong(fields[12]);
        long userOfEnded = Long.parseLong(fields[13]);
        long systemOfEnded = Long.parseLong(fields[14]);
        return user + system + userOfEnded + systemOfEnded;
    }

    private static long resident(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** A process that ended between being listed and being read counts as nothing. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isEmpty()) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
