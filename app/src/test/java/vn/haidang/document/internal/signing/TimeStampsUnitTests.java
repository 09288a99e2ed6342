package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A trusted time where a service answers, and a document without one, that says so, where it does not. */
class TimeStampsUnitTests {

    /** The real time: a validator looks whether certificates are valid now. */
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void aServiceThatAnswersMakesBaselineT() throws Exception {
        try (var service = new TimeAuthority(now)) {
            Signing.Signed signed = signing(service.address(), clock(now)).orElseThrow();

            assertThat(signed.signatures()).hasSize(2).allMatch(made -> made.level() == Level.T);
            assertThat(SignedPages.levels(signed.pdf())).containsOnly(SignatureLevel.PAdES_BASELINE_T);
            assertThat(service.asked()).as("one stamp over both").isEqualTo(1);
        }
    }

    @Test
    void aServiceThatIsSilentOrTalksNonsenseLeavesBaselineBThatSaysSo() throws Exception {
        HttpServer nonsense = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        nonsense.createContext("/", exchange -> {
            try (exchange) {
                byte[] answer = "not a time".getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        nonsense.start();
        String address = "http://127.0.0.1:" + nonsense.getAddress().getPort() + "/";
        try {
            unstamped(signing(address, clock(now)).orElseThrow());
        } finally {
            nonsense.stop(0);
        }
        unstamped(signing(address, clock(now)).orElseThrow());
    }

    @Test
    void aSilentServiceIsAskedAgainAfterAMinuteAndNotWithEachDocument() throws Exception {
        var tries = new AtomicInteger();
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            try (exchange) {
                tries.incrementAndGet();
                exchange.sendResponseHeaders(400, -1);
            }
        });
        refusing.start();
        try {
            var time = new Instant[] {now};
            var stamps = new TimeStamps(
                    "http://127.0.0.1:" + refusing.getAddress().getPort() + "/",
                    new LongTerm("off", Set.of()),
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return time[0];
                        }

                        @Override
                        public ZoneOffset getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(java.time.ZoneId zone) {
                            return this;
                        }
                    });
            byte[] signed = signing("", clock(now)).orElseThrow().pdf();

            assertThat(stamps.over(signed).level()).isEqualTo(Level.B);
            int once = tries.get();
            assertThat(once).isPositive();
            assertThat(stamps.over(signed).level()).isEqualTo(Level.B);
            assertThat(tries.get()).isEqualTo(once);
            time[0] = now.plus(Duration.ofMinutes(2));
            assertThat(stamps.over(signed).level()).isEqualTo(Level.B);
            assertThat(tries.get()).isGreaterThan(once);
        } finally {
            refusing.stop(0);
        }
    }

    private void unstamped(Signing.Signed signed) {
        assertThat(signed.signatures()).hasSize(2).allMatch(made -> made.level() == Level.B);
        assertThat(SignedPages.levels(signed.pdf())).containsOnly(SignatureLevel.PAdES_BASELINE_B);
    }

    private java.util.Optional<Signing.Signed> signing(String service, Clock clock) throws Exception {
        var keys = new TokenKeys(
                "token",
                () -> Tokens.of(now.minus(Duration.ofDays(1)), SigningKeysContract.PERSON, SigningKeysContract.UNIT),
                Tokens.PIN,
                clock);
        return SignedPages.signing(keys, service, clock)
                .sign(
                        SignedPages.page(),
                        SigningKeysContract.PERSON,
                        SigningKeysContract.UNIT,
                        "http://127.0.0.1/check/X");
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
