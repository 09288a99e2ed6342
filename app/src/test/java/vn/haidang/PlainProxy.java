package vn.haidang;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands each request to the next node in turn, and answers 502 when that one is gone. It knows nothing of sessions and tries nothing twice. */
final class PlainProxy implements AutoCloseable {

    private static final List<String> ASKED =
            List.of("Cookie", "Content-Type", "Accept", "Idempotency-Key", "X-CSRF-TOKEN");
    private static final List<String> ANSWERED = List.of("Set-Cookie", "Content-Type");
    private static final int BAD_GATEWAY = 502;

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<URI> nodes;
    private final AtomicInteger turn = new AtomicInteger();

    private PlainProxy(HttpServer server, List<URI> nodes) {
        this.server = server;
        this.nodes = nodes;
    }

    static PlainProxy before(List<URI> nodes) {
        try {
            var proxy = new PlainProxy(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), nodes);
            proxy.server.createContext("/", proxy::hand);
            proxy.server.setExecutor(proxy.threads);
            proxy.server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void hand(HttpExchange exchange) throws IOException {
        try (exchange) {
            var node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            var request = HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                    .timeout(Duration.ofSeconds(60))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            for (var name : ASKED) {
                exchange.getRequestHeaders()
                        .getOrDefault(name, List.of())
                        .forEach(value -> request.header(name, value));
            }
            try {
                var answer = http.send(request.build(), BodyHandlers.ofByteArray());
                for (var name : ANSWERED) {
                    answer.headers()
                            .allValues(name)
                            .forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
                answer.headers()
                        .firstValue("Location")
                        .ifPresent(where -> exchange.getResponseHeaders()
                                .add("Location", node.resolve(where).getPath()));
                exchange.sendResponseHeaders(
                        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            } catch (IOException gone) {
                exchange.sendResponseHeaders(BAD_GATEWAY, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }
}
