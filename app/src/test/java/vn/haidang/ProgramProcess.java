package vn.haidang;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as a process of its own, from the classes of this build, with no setting but the given ones. */
final class ProgramProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 600;

    /** What a process that ended said. */
    record Ended(int code, String out, String err) {}

    private final Process process;
    private final Path out;
    private final Path err;

    private ProgramProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it; the settings name at least HAIDANG_HOME. */
    static ProgramProcess start(Map<String, String> settings, String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                productOnly(System.getProperty("java.class.path")),
                "vn.haidang.HaidangApplication"));
        command.addAll(List.of(words));
        try {
            var home = Files.createDirectories(Path.of(settings.getOrDefault("HAIDANG_HOME", "target")));
            var out = Files.createTempFile(home, "out-", ".txt");
            var err = Files.createTempFile(home, "err-", ".txt");
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("HAIDANG_"));
            builder.environment().putAll(settings);
            return new ProgramProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String productOnly(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A verb, or a start that is refused, with this on its standard input. */
    static Ended run(Map<String, String> settings, String input, String... words) {
        try (var program = start(settings, words)) {
            program.process.getOutputStream().write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            program.process.getOutputStream().close();
            return program.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String words() {
        return read(out) + read(err);
    }

    /** Below the ports of clients, so that nobody is given it meanwhile. */
    static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(RandomGenerator.getDefault().nextInt(12_000, 19_000))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    Ended end() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running: " + words() + threads());
            }
            return new Ended(process.exitValue(), read(out), read(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String threads() {
        try {
            var dump = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstack")
                                    .toString(),
                            Long.toString(process.pid()))
                    .start();
            return new String(dump.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Stops it as Ctrl-C would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
