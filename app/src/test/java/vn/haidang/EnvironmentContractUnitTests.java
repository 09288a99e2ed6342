package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the variables mean, and what is refused before anything starts. */
class EnvironmentContractUnitTests {

    private static final String LOOPBACK = "127.0.0.1";

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void refusesToSpeakInTheClearBeyondThisMachine(String bind) {
        assertThatThrownBy(() -> of(Map.of("haidang.bind", bind)))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.getExitCode()).isEqualTo(1))
                .hasMessageContaining("HAIDANG_BIND=" + bind)
                .hasMessageContaining("HAIDANG_TLS_CERTIFICATE")
                .hasMessageContaining("HAIDANG_TRUSTED_PROXIES")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.2"})
    void speaksInTheClearOnThisMachine(String bind) {
        assertThat(of(Map.of("haidang.bind", bind)).getProperty("server.servlet.session.cookie.secure"))
                .isEqualTo("false");
    }

    @Test
    void servesThroughTlsWithBothFiles() {
        var environment =
                of(Map.of("haidang.bind", "0.0.0.0", "haidang.tls-certificate", "/c.pem", "haidang.tls-key", "/k.pem"));

        assertThat(environment.getProperty("server.ssl.certificate")).isEqualTo("/c.pem");
        assertThat(environment.getProperty("server.ssl.certificate-private-key"))
                .isEqualTo("/k.pem");
        assertThat(environment.getProperty("server.servlet.session.cookie.secure"))
                .isEqualTo("true");
        assertThat(environment.getProperty("server.forward-headers-strategy")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"haidang.tls-certificate", "haidang.tls-key"})
    void refusesHalfOfTls(String given) {
        wrongUse(Map.of("haidang.bind", LOOPBACK, given, "/file.pem"), "belong together");
    }

    @Test
    void believesTheNamedProxiesAndNoOthers() {
        var environment = of(Map.of("haidang.bind", "0.0.0.0", "haidang.trusted-proxies", "192.0.2.1, 192.0.2.33"));

        assertThat(environment.getProperty("server.forward-headers-strategy")).isEqualTo("native");
        assertThat(environment.getProperty("server.servlet.session.cookie.secure"))
                .isEqualTo("true");
        var proxies = String.valueOf(environment.getProperty("server.tomcat.remoteip.internal-proxies"));
        assertThat("192.0.2.1").matches(proxies);
        assertThat("192.0.2.33").matches(proxies);
        assertThat("192.0.2.3").doesNotMatch(proxies);
        assertThat("192x0y2z1").doesNotMatch(proxies);
        assertThat("10.0.0.1").doesNotMatch(proxies);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,   -,               127.0.0.1, 0.02",
                "small, -,             127.0.0.1, 0.02",
                "on,  -,               127.0.0.1, 1.0",
                "off, -,               127.0.0.1, 0.0",
                "0.5, -,               127.0.0.1, 0.5",
                "-,   jdbc:postgresql:, 127.0.0.1, 0.0",
                "on,  jdbc:postgresql:, 127.0.0.1, 1.0"
            })
    void playsTheDemoOnItsOwnDatabaseOnly(String demo, String url, String bind, double scale) {
        var settings = new HashMap<>(Map.of("haidang.bind", bind));
        if (demo != null) {
            settings.put("haidang.demo", demo);
        }
        if (url != null) {
            settings.put("haidang.database.url", url);
        }

        assertThat(of(settings).getProperty("haidang.demo-scale", Double.class)).isEqualTo(scale);
    }

    @Test
    void makesADemoOfTheSizeWhoeverStartsItSaysUnlessToldOtherwise() {
        var started = new HashMap<String, Object>(Map.of("haidang.bind", LOOPBACK, "haidang.demo-size", "1"));

        assertThat(of(started).getProperty("haidang.demo-scale", Double.class)).isEqualTo(1.0);
        started.put("haidang.demo", "small");
        assertThat(of(started).getProperty("haidang.demo-scale", Double.class)).isEqualTo(0.02);
        started.put("haidang.demo", "");
        started.put("haidang.database.url", "jdbc:postgresql:");
        assertThat(of(started).getProperty("haidang.demo-scale", Double.class)).isEqualTo(0.0);
    }

    @Test
    void playsNoDemoOfTheShippedCityAmongTheUnitsOfAnother(@TempDir Path city) throws IOException {
        var settings = new HashMap<String, Object>(Map.of("haidang.bind", LOOPBACK, "haidang.city", city.toString()));
        assertThat(of(settings).getProperty("haidang.demo-scale", Double.class)).isEqualTo(0.02);

        Files.createDirectories(city.resolve("organization"));
        Files.writeString(city.resolve("organization/unit.csv"), "key");

        assertThat(of(settings).getProperty("haidang.demo-scale", Double.class)).isZero();
        settings.put("haidang.demo", "off");
        assertThat(of(settings).getProperty("haidang.demo-scale", Double.class)).isZero();
        settings.put("haidang.demo", "small");
        wrongUse(settings, "HAIDANG_DEMO=small");
    }

    @Test
    void refusesWhatItCannotUnderstand() {
        wrongUse(Map.of("haidang.bind", LOOPBACK, "haidang.role", "province"), "HAIDANG_ROLE=province");
        wrongUse(Map.of("haidang.bind", LOOPBACK, "haidang.demo", "perhaps"), "HAIDANG_DEMO=perhaps");
        wrongUse(Map.of("haidang.bind", "no.such.address.invalid"), "HAIDANG_BIND=no.such.address.invalid");
    }

    private static void wrongUse(Map<String, Object> settings, String words) {
        assertThatThrownBy(() -> of(settings))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.getExitCode()).isEqualTo(2))
                .hasMessageContaining(words);
    }

    private static StandardEnvironment of(Map<String, ?> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.copyOf(settings)));
        new EnvironmentContract().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
