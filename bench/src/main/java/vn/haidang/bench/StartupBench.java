package vn.haidang.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Measures how long a program takes from being started to its first page, and its memory then.
 *
 * <p>The first start, which makes the database, is shown but does not count; the figure is the median of those after
 * it. The program is asked to stop between the starts. Use: {@code --url <page> [--rounds n] -- <command>}.
 */
public final class StartupBench {

    private StartupBench() {}

    public static void main(String[] arguments) throws Exception {
        URI page;
        int rounds;
        List<String> command;
        try {
            var options = Options.parse(arguments, Set.of("url", "rounds"));
            page = URI.create(options.text("url", "http://127.0.0.1:8080/"));
            rounds = options.count("rounds", 5);
            command = options.command();
            if (command.isEmpty()) {
                throw new IllegalArgumentException("the command is missing: --url <page> [--rounds n] -- <command>");
            }
        } catch (IllegalArgumentException wrongUse) {
            System.err.println(wrongUse.getMessage());
            System.exit(2);
            return;
        }
        Path log = Files.createTempFile("startup", ".log");
        double[] millis = new double[rounds];
        double[] mebibytes = new double[rounds];
        for (int start = 0; start <= rounds; start++) {
            double load = Machine.load();
            try (var server = ServerProcess.start(command, Map.of(), page, log, Duration.ofMinutes(5))) {
                double ready = server.readyAfter().toNanos() / 1e6;
                double resident = server.residentBytes() / 1048576.0;
                System.out.printf(
                        Locale.ROOT,
                        "start %d  first page after %.0f ms  rss %.0f MiB  cpu %.1f s  load %.2f%s%n",
                        start + 1,
                        ready,
                        resident,
                        server.cpu().toMillis() / 1000.0,
                        load,
                        start == 0 ? "  (makes the database, does not count)" : "");
                if (start > 0) {
                    millis[start - 1] = ready;
                    mebibytes[start - 1] = resident;
                }
            }
        }
        Files.delete(log);
        System.out.printf(
                Locale.ROOT,
                "median of %d: first page after %.0f ms, rss %.0f MiB, %d cores%n",
                rounds,
                Median.of(millis),
                Median.of(mebibytes),
                Machine.cores());
    }
}
