package vn.haidang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void isReadyWhenItsPageAnswersAndGoneWhenClosed() throws Exception {
        int port = ServerProcess.freePort();
        URI page = URI.create("http://127.0.0.1:%d/".formatted(port));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString(),
                "-p",
                Integer.toString(port),
                "-d",
                folder.toString());

        try (var server = start(command, page)) {
            assertThat(server.readyAfter()).isPositive();
            assertThat(server.cpu()).isPositive();
            assertThat(server.residentBytes()).isGreaterThan(10_000_000);
        }
        // Started once more at the same place: possible only when the first has gone.
        start(command, page).close();
    }

    @Test
    void saysWhenTheProgramEndsBeforeItAnswers() throws IOException {
        URI page = URI.create("http://127.0.0.1:%d/".formatted(ServerProcess.freePort()));

        assertThatIOException()
                .isThrownBy(() -> start(List.of("sh", "-c", "exit 3"), page))
                .withMessageContaining("ended with 3");
    }

    @Test
    void doesNotMeasureSomebodyElse() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            URI page = URI.create(
                    "http://127.0.0.1:%d/".formatted(other.getAddress().getPort()));

            assertThatIOException()
                    .isThrownBy(() -> start(List.of("sleep", "60"), page))
                    .withMessageContaining("already");
        } finally {
            other.stop(0);
        }
    }

    private ServerProcess start(List<String> command, URI page) throws IOException, InterruptedException {
        return ServerProcess.start(command, Map.of(), page, folder.resolve("server.log"), PATIENCE);
    }
}
