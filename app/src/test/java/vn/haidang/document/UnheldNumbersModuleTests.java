package vn.haidang.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.document.internal.Signatures;
import vn.haidang.document.internal.signing.Signing;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** Numbers without gaps while a time-stamp service is silent. */
@WebTest
class UnheldNumbersModuleTests {

    private static final UnitId COMMUNE = UnitId.ofKey("commune-11311-c");

    private final ApplicationContext here;
    private final Documents documents;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    UnheldNumbersModuleTests(
            ApplicationContext here,
            Documents documents,
            Accounts accounts,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.here = here;
        this.documents = documents;
        this.accounts = accounts;
        this.transaction = transaction;
        this.database = database;
    }

    @Test
    void noNumberWaitsForATimeStampServiceAndNoneIsGivenTwice() throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::silent);
        service.start();
        Reader head = head();
        issued(documents, head);
        try (var stamping =
                stampingAt("http://127.0.0.1:" + service.getAddress().getPort())) {
            Documents slow = stamping.getBean(Documents.class);
            var stamped = CompletableFuture.supplyAsync(() -> issued(slow, head));
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

            int quick = running(issued(documents, head));

            assertThat(running(stamped.get(40, TimeUnit.SECONDS)))
                    .as("goes on without a service that is silent")
                    .isEqualTo(quick + 1);
        } finally {
            over.countDown();
            service.stop(0);
        }
    }

    private void silent(HttpExchange request) throws IOException {
        asked.countDown();
        try {
            over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        request.sendResponseHeaders(503, -1);
        request.close();
    }

    /** Documents as another node makes them, with a time-stamp service. */
    private AnnotationConfigApplicationContext stampingAt(String address) throws ClassNotFoundException {
        var context = new AnnotationConfigApplicationContext();
        context.setParent(here);
        TestPropertyValues.of("haidang.signing.time-stamps=" + address).applyTo(context);
        context.register(
                Documents.class,
                Signatures.class,
                Signing.class,
                Class.forName(Signing.class.getPackageName() + ".TimeStamps"));
        context.refresh();
        return context;
    }

    private Reader head() {
        var account =
                accounts.create(new Accounts.NewAccount("unheld-" + UUID.randomUUID(), "Vũ Thị Thuỷ", null, null));
        accounts.appoint(
                account, COMMUNE, Role.UNIT_HEAD, "Chủ tịch " + UUID.randomUUID(), LocalDate.of(2025, 7, 1), null);
        return accounts.reader(account);
    }

    private IssuedDocument issued(Documents by, Reader head) {
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of(
                "issuer.name",
                "issuer.place",
                "case.code",
                "case.filed-on",
                "service.name",
                "service.result",
                "applicant.full-name",
                "decision")) {
            fields.put(field, "x");
        }
        return Objects.requireNonNull(transaction.execute(status -> by.issue(new Documents.Issue(
                "notice-of-result",
                "TBKQ",
                COMMUNE,
                head,
                head.displayName(),
                "CHỦ TỊCH",
                fields,
                "document/test",
                UUID.randomUUID(),
                head.actor()))));
    }

    private int running(IssuedDocument document) {
        return database.sql("select number from document.issued where id = :id")
                .param("id", document.id())
                .query(Integer.class)
                .single();
    }
}
