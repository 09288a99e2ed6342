package vn.haidang.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.haidang.WebTest;
import vn.haidang.document.internal.Signatures;
import vn.haidang.document.internal.signing.Signing;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;

/** Numbers without gaps while a time-stamp service is silent. */
@WebTest
class UnheldNumbersModuleTests {

    private final ApplicationContext here;
    private final Notices notices;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    UnheldNumbersModuleTests(ApplicationContext here) {
        this.here = here;
        this.notices = Notices.in(here);
    }

    @Test
    void noNumberWaitsForATimeStampServiceAndNoneIsGivenTwice() throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::silent);
        service.start();
        AccountId head = notices.official("Vũ Thị Thuỷ", Role.UNIT_HEAD);
        notices.issued(head);
        try (var stamping =
                stampingAt("http://127.0.0.1:" + service.getAddress().getPort())) {
            Documents slow = stamping.getBean(Documents.class);
            var stamped = CompletableFuture.supplyAsync(() -> notices.issued(slow, head));
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

            int quick = notices.running(notices.issued(head));

            assertThat(notices.running(stamped.get(40, TimeUnit.SECONDS)))
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
}
