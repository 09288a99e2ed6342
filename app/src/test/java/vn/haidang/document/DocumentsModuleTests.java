package vn.haidang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.document.internal.IssuedRows;
import vn.haidang.files.Files;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

@WebTest
class DocumentsModuleTests {

    private static final int WRITERS = 50;

    private final Documents documents;
    private final Files files;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final Clock clock;
    private final IssuedRows numbers;

    DocumentsModuleTests(
            Documents documents,
            Files files,
            TransactionTemplate transaction,
            JdbcClient database,
            Clock clock,
            IssuedRows numbers) {
        this.numbers = numbers;
        this.documents = documents;
        this.files = files;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void makesAPdfThatReadsInVietnamese() throws IOException {
        IssuedDocument issued =
                issue(UnitId.ofKey("commune-of-documents"), Map.of("child.full-name", "Nguyễn Thuỳ Dương"));

        try (InputStream bytes = files.open(issued.file());
                PDDocument pdf = Loader.loadPDF(bytes.readAllBytes())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "GIẤY KHAI SINH",
                            "Nguyễn Thuỳ Dương",
                            issued.number());
        }
        assertThat(issued.number()).isEqualTo("01/" + LocalDate.now(clock).getYear());
    }

    @Test
    void saysWhichFieldsWhoeverIssuesMustGive() {
        assertThat(documents.needs("birth-certificate"))
                .contains("child.full-name", "issuer.name")
                .noneMatch(field -> field.matches("(document|signer|check)\\..*"));
    }

    @Test
    void numbersWithoutGapsAmongFiftyWritersRollbacksAndKilledTransactions() throws Exception {
        UnitId issuer = UnitId.ofKey("commune-of-numbers");
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int act = 0; act < WRITERS; act++) {
            boolean killed = act % 8 == 5;
            boolean rolledBack = act % 4 == 3;
            acts.add(() -> {
                if (killed) {
                    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                                documents.issue(order(issuer, Map.of()));
                                database.sql("select pg_terminate_backend(pg_backend_pid())")
                                        .query()
                                        .singleRow();
                            }))
                            .isInstanceOf(RuntimeException.class);
                    return false;
                }
                whenThereIsAConnection(() -> transaction.executeWithoutResult(status -> {
                    documents.issue(order(issuer, Map.of()));
                    if (rolledBack) {
                        status.setRollbackOnly();
                    }
                }));
                return !rolledBack;
            });
        }

        int kept = 0;
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : many.invokeAll(acts)) {
                kept += result(done) ? 1 : 0;
            }
        }

        assertThat(database.sql("select number from document.issued where issuer = :issuer order by number")
                        .param("issuer", issuer.value())
                        .query(Integer.class)
                        .list())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, kept).boxed().toList());
    }

    /** Whoever waits for a time stamp looks ahead and takes its number at the end; all others hold the series while they write. */
    @Test
    void numbersWithoutGapsWhereSomeLookAheadAndOthersHoldTheSeries() throws Exception {
        UnitId issuer = UnitId.ofKey("commune-of-both-ways");
        int year = LocalDate.now(clock).getYear();
        Queue<Integer> given = new ConcurrentLinkedQueue<>();
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int act = 0; act < 4 * WRITERS; act++) {
            boolean ahead = act % 2 == 0;
            boolean killed = act % 8 == 5 || act % 8 == 2;
            acts.add(() -> {
                try {
                    whenThereIsAConnection(() -> {
                        int number = Objects.requireNonNull(transaction.execute(status -> {
                            int taken = ahead
                                    ? looked(issuer, year)
                                    : numbers.next(issuer, "X", year, "none").number();
                            if (killed) {
                                database.sql("select pg_terminate_backend(pg_backend_pid())")
                                        .query()
                                        .singleRow();
                            }
                            return taken;
                        }));
                        given.add(number);
                    });
                } catch (CannotCreateTransactionException busy) {
                    throw busy;
                } catch (RuntimeException dead) {
                    assertThat(killed).as(dead.toString()).isTrue();
                }
                return true;
            });
        }
        try (ExecutorService many = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Boolean> done : many.invokeAll(acts)) {
                assertThat(result(done)).isTrue();
            }
        }

        assertThat(given).hasSize(4 * WRITERS * 6 / 8);
        assertThat(given.stream().sorted().toList())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, given.size()).boxed().toList());
    }

    private int looked(UnitId issuer, int year) {
        while (true) {
            int number = numbers.ahead(issuer, "X", year, "none").number();
            if (numbers.take(issuer, "X", year, number)) {
                return number;
            }
        }
    }

    /** Fifty want to write where there are ten connections: on a busy machine some wait longer than the pool lets them. */
    private static void whenThereIsAConnection(Runnable act) {
        while (true) {
            try {
                act.run();
                return;
            } catch (CannotCreateTransactionException noneFree) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean result(Future<Boolean> done) throws InterruptedException, ExecutionException {
        return done.get();
    }

    private IssuedDocument issue(UnitId issuer, Map<String, String> fields) {
        return Objects.requireNonNull(transaction.execute(status -> documents.issue(order(issuer, fields))));
    }

    private static Documents.Issue order(UnitId issuer, Map<String, String> given) {
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of(
                "issuer.name",
                "issuer.place",
                "case.code",
                "child.full-name",
                "child.birth-date",
                "child.sex",
                "child.ethnicity",
                "child.nationality",
                "child.birth-place",
                "child.home-town",
                "mother.full-name",
                "mother.birth-date",
                "mother.residence",
                "father.full-name",
                "father.birth-date",
                "father.residence",
                "declarant.full-name")) {
            fields.put(field, "x");
        }
        fields.putAll(given);
        return new Documents.Issue(
                "birth-certificate",
                "GKS",
                issuer,
                Reader.ANONYMOUS,
                "Bùi Thị Ngọc",
                "Chủ tịch",
                fields,
                "document/test",
                UUID.randomUUID(),
                Actor.SYSTEM);
    }
}
