package vn.haidang.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;

/** What is worth knowing of the machine when a figure measured on it is read later. */
public final class Machine {

    private static final long TICK_MILLIS = 10;

    private Machine() {}

    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Load average of the last minute. */
    public static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /** Memory of the machine. */
    public static long memoryBytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Processor time spent so far by everything on the machine, on all cores together, without idle time. */
    public static Duration busy() throws IOException {
        String[] fields;
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            fields = lines.findFirst().orElseThrow().split(" +");
        }
        // cpu user nice system idle iowait irq softirq steal: time stolen by the host is lost to us too.
        long ticks = 0;
        for (int field : new int[] {1, 2, 3, 6, 7, 8}) {
            ticks += Long.parseLong(fields[field]);
        }
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    /** Median time to write one database page under the folder and force it to the disk: what durability costs here. */
    public static Duration flush(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "flush", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long[] nanos = new long[101];
            ByteBuffer page = ByteBuffer.allocateDirect(8192);
            for (int i = 0; i < nanos.length; i++) {
                long begin = System.nanoTime();
                channel.write(page.clear(), 0);
                channel.force(false);
                nanos[i] = System.nanoTime() - begin;
            }
            Arrays.sort(nanos);
            return Duration.ofNanos(nanos[nanos.length / 2]);
        } finally {
            Files.delete(file);
        }
    }
}
