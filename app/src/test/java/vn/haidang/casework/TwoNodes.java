package vn.haidang.casework;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two nodes that do the same at the same moment. */
public record TwoNodes(JdbcClient database, TransactionOperations transactions) {

    /** Both have found it before either can do anything: the case is in other hands until both wait for it, or one has let it be. */
    public void bothAtOnce(CaseId held, Runnable job) throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            CompletableFuture<?>[] both = new CompletableFuture<?>[2];
            transactions.executeWithoutResult(inHand -> {
                database.sql("select id from casework.case_file where id = :id for update")
                        .param("id", held.value())
                        .query(UUID.class)
                        .single();
                for (int node = 0; node < both.length; node++) {
                    both[node] = CompletableFuture.runAsync(job, nodes);
                }
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> waiting() + ended(both) == both.length);
            });
            CompletableFuture.allOf(both).get();
        }
    }

    private long waiting() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%casework.%' and datname = current_database()
                        """).query(Long.class).single();
    }

    private static long ended(CompletableFuture<?>[] both) {
        return Stream.of(both).filter(CompletableFuture::isDone).count();
    }
}
