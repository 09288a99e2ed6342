package vn.haidang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import vn.haidang.bench.kill.KillRun;

/** {@code bin/bench kill}: so many kills from a seed, on a home of its own that is taken away when nothing differs. */
public final class KillBench {

    private static final int KILLS = 300;

    private KillBench() {}

    /**
     * {@code [--kills 300] [--seed n]}, then {@code --} and how Java starts the program. Ends with 1 when something differs
     * from what the clients were told.
     */
    public static void main(String[] arguments) throws Exception {
        var options = Options.parse(arguments, Set.of("kills", "seed"));
        long seed = Long.parseLong(options.text("seed", Long.toString(System.currentTimeMillis())));
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("bench", "target")), "kill-home-")
                .toAbsolutePath();
        System.out.printf("seed %d, home %s%n", seed, home);
        KillRun.Outcome outcome;
        try (var run = KillRun.start(options.command(), home, ServerProcess.freePort(), seed)) {
            outcome = run.blows(options.count("kills", KILLS));
        }
        System.out.println(outcome);
        if (!outcome.differences().isEmpty()) {
            System.out.println("The home is left to look at: " + home);
            System.exit(1);
        }
        Folders.delete(home);
    }
}
