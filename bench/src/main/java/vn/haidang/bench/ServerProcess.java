package vn.haidang.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program started for a measurement and known to answer.
 *
 * <p>{@link #readyAfter()} counts from the moment the process is asked for to the first answer 200 of the page that was
 * named, body received; a redirect is not such an answer.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(10);

    private final Process process;
    private final ProcessTree tree;
    private final Duration readyAfter;

    private ServerProcess(Process process, Duration readyAfter) {
        this.process = process;
        this.tree = new ProcessTree(process.pid());
        this.readyAfter = readyAfter;
    }

    /**
     * Starts the command and waits until the page answers 200.
     *
     * @throws IOException if something answers already, or the program ends before it answers or does not answer within
     *     the patience; its log is named
     */
    public static ServerProcess start(
            List<String> command, Map<String, String> environment, URI page, Path log, Duration patience)
            throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var request = HttpRequest.newBuilder(page).timeout(patience).build();
        boolean ready = false;
        // The client is made before the clock starts: its own loading is not the program's.
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build()) {
            if (answers(client, request)) {
                throw new IOException("somebody answers %s already".formatted(page));
            }
            long begin = System.nanoTime();
            Process process = builder.start();
            // Left running, it would take part in whatever is measured next.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            try {
                while (System.nanoTime() - begin < patience.toNanos()) {
                    if (answers(client, request)) {
                        var readyAfter = Duration.ofNanos(System.nanoTime() - begin);
                        ready = true;
                        return new ServerProcess(process, readyAfter);
                    }
                    if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                        throw new IOException("ended with %d before it answered %s; see %s"
                                .formatted(process.exitValue(), page, log));
                    }
                }
                throw new IOException("%s did not answer within %s; see %s".formatted(page, patience, log));
            } finally {
                if (!ready) {
                    process.destroyForcibly();
                }
            }
        }
    }

    /** The command that runs a jar on the Java this program runs on, with the heap every peer gets. */
    public static List<String> java(Path jar, List<String> arguments) {
        return java(List.of("-Xmx1g"), jar, arguments);
    }

    /** As {@link #java(Path, List)}, with the options of the virtual machine given. */
    public static List<String> java(List<String> options, Path jar, List<String> arguments) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("not built: " + jar);
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** A port of this machine that nobody listens on now. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public Duration readyAfter() {
        return readyAfter;
    }

    /** Processor time of the program and everything it started. */
    public Duration cpu() {
        return tree.cpu();
    }

    /** Resident memory of the program and everything it started. */
    public long residentBytes() {
        return tree.residentBytes();
    }

    /** Asks the program to stop, waits, and ends it after half a minute. */
    @Override
    public void close() {
        var started = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
