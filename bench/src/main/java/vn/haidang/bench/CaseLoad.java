package vn.haidang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that work cases side by side, each taking the next case as soon as it has finished one. */
final class CaseLoad implements AutoCloseable {

    private final List<CaseClient> clients = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger(1);

    /** Opens the clients. */
    CaseLoad(Contender contender, int count) throws Exception {
        try {
            for (int number = 1; number <= count; number++) {
                clients.add(contender.client(number));
            }
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /**
     * Works so many cases more and says how long that took, from the first request to the last answer. The first
     * failure ends the whole load.
     */
    Duration work(int cases) throws Exception {
        int last = next.get() + cases - 1;
        var failed = new AtomicBoolean();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (CaseClient client : clients) {
                working.add(threads.submit(() -> {
                    try {
                        work(client, last, failed);
                    } catch (Exception e) {
                        failed.set(true);
                        throw e;
                    }
                    return null;
                }));
            }
            for (Future<?> one : working) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case was not worked to its end", e.getCause());
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - begin);
        next.set(last + 1);
        return elapsed;
    }

    /** Times of the requests of all clients since they were last forgotten. */
    Latencies latencies() {
        return Latencies.merge(clients.stream().map(CaseClient::latencies).toList());
    }

    void forgetLatencies() {
        clients.forEach(client -> client.latencies().clear());
    }

    @Override
    public void close() {
        clients.forEach(CaseClient::close);
    }

    private void work(CaseClient client, int last, AtomicBoolean failed) throws Exception {
        while (!failed.get()) {
            int number = next.getAndIncrement();
            if (number > last) {
                return;
            }
            client.work(number);
        }
    }
}
