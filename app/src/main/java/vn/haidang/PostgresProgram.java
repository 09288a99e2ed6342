package vn.haidang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's own programs. They refuse to run as root, so for root they run inside a user namespace, or, where
 * the machine forbids those, as the user {@code nobody}.
 */
final class PostgresProgram {

    private static final List<String> IN_NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static final int LAST_LINES = 4;

    private final Path bin;
    private final Path log;
    private final List<String> prefix;

    PostgresProgram(Path bin, Path log) throws IOException {
        this.bin = bin;
        this.log = log;
        this.prefix = prefix();
    }

    /** True when the server runs as {@code nobody}, who must then own the data folder. */
    boolean runsAsNobody() {
        return prefix.equals(AS_NOBODY);
    }

    /** Runs to the end; the program's words are appended to the log file. */
    int run(Duration limit, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(bin.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return exitCode(builder.start(), limit);
    }

    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "see " + log;
        }
    }

    private static List<String> prefix() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        return works(IN_NAMESPACE) ? IN_NAMESPACE : AS_NOBODY;
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return exitCode(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start(),
                            Duration.ofSeconds(10))
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static int exitCode(Process process, Duration limit) throws IOException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
