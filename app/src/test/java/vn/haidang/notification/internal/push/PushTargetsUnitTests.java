package vn.haidang.notification.internal.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushTargetsUnitTests {

    private final PushTargets targets = new PushTargets(Set.of("push.internal.example:8443", "127.0.0.1:9999"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://0.0.0.0/x",
                "https://10.1.2.3/x",
                "https://172.16.0.1/x",
                "https://192.168.1.1/x",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/x",
                "https://192.0.0.1/x",
                "https://198.18.0.1/x",
                "https://224.0.0.1/x",
                "https://255.255.255.255/x",
                "https://[fd00::1]/x",
                "https://[fe80::1]/x",
                "https://[64:ff9b::a00:1]/x",
                "https://[::7f00:1]/x",
                "https://[2002:7f00:1::1]/x",
                "https://[2001:0:7f00:1::1]/x",
                "ftp://127.0.0.1:9999/x",
                "https://[2002:a00:1::1]/x",
                "https://[2001:0:a00:1::1]/x",
                "https://[::127.0.0.1]/x",
                "https://2130706433/x",
                "https://there-is-no-such-host.invalid/x",
                "http://203.0.113.7/x",
                "https://203.0.113.7:8443/x",
                "https://somebody@203.0.113.7/x",
                "ftp://203.0.113.7/x",
                "file:///etc/passwd",
                "mailto:na@example.org",
                "/relative",
                "http://127.0.0.1:9998/x",
                "https://push.internal.example/x"
            })
    void callsNothingInsideAndNothingInTheClear(String target) {
        assertThat(targets.permits(URI.create(target))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://203.0.113.7/x", "https://[2001:db8::7]:443/x", "http://127.0.0.1:9999/x"})
    void callsServicesOnTheOpenNetworkAndThoseTheInstallationNames(String target) {
        assertThat(targets.permits(URI.create(target))).isTrue();
    }
}
