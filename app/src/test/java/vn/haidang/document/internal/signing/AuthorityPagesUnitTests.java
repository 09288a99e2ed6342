package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates name addresses, and anybody can have written a certificate. */
class AuthorityPagesUnitTests {

    private final AuthorityPages pages = new AuthorityPages(Set.of("ca.internal.example:80", "127.0.0.1:9999"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x.crl",
                "http://localhost/x.crl",
                "http://[::1]/x.crl",
                "http://10.1.2.3/x.crl",
                "http://169.254.169.254/latest",
                "http://[fd00::1]/x.crl",
                "http://[2002:a00:1::1]/x.crl",
                "http://203.0.113.7:5432/",
                "https://203.0.113.7:80/x.crl",
                "http://somebody@203.0.113.7/x.crl",
                "http://there-is-no-such-host.invalid/x.crl",
                "http://127.0.0.1:9998/x.crl",
                "file:///etc/passwd",
                "ftp://203.0.113.7/x.crl",
                "ldap://203.0.113.7/cn=x",
                "jar:file:///etc/x!/y",
                "not an address",
                "/relative"
            })
    void asksNobodyInsideAndReadsNoFiles(String address) {
        for (ThrowingCallable asking : List.<ThrowingCallable>of(
                () -> pages.get(address),
                () -> pages.get(List.of(address)),
                () -> pages.post(address, new byte[] {1}))) {
            assertThatThrownBy(asking)
                    .isInstanceOf(DSSExternalResourceException.class)
                    .as("before anybody is called")
                    .hasMessageMatching(".*(is not on the open network|names no address).*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.0.113.7/x.crl",
                "https://203.0.113.7/x.crl",
                "http://203.0.113.7:80/x.crl",
                "http://[2001:db8::7]/x.crl",
                "http://ca.internal.example/x.crl",
                "http://127.0.0.1:9999/x.crl"
            })
    void mayAskOnTheOpenNetworkAndThoseTheInstallationNames(String address) {
        assertThat(pages.permits(URI.create(address))).isTrue();
    }

    @Test
    void followsNoRedirection() throws Exception {
        var inside = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String host = "127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/inside", exchange -> {
            try (exchange) {
                inside.incrementAndGet();
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.createContext("/there", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Location", "http://" + host + "/inside");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        server.start();
        try {
            var asking = new AuthorityPages(Set.of(host));
            assertThatThrownBy(() -> asking.get("http://" + host + "/there"))
                    .isInstanceOf(DSSExternalResourceException.class)
                    .hasMessageContaining("302");
            assertThat(inside.get()).isZero();
        } finally {
            server.stop(0);
        }
    }
}
