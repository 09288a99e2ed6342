package vn.haidang;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Checks the variables {@code HAIDANG_…} before anything starts and derives the server's settings from them. Beyond the
 * loopback address the server speaks only through TLS or to proxies named one by one: passwords and personal data never
 * travel in the clear by an oversight.
 */
final class EnvironmentContract implements EnvironmentPostProcessor, Ordered {

    private static final List<String> ROLES = List.of("city", "government");

    /** A demo city of the least size: three communes, two former districts and some seventy cases. */
    private static final double SMALL = 0.02;

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var derived = new HashMap<String, Object>();
        var role = value(environment, "haidang.role");
        if (!role.isEmpty() && !ROLES.contains(role)) {
            throw StartRefused.wrongUse("HAIDANG_ROLE=" + role + " must be one of " + ROLES);
        }
        doors(environment, derived);
        demo(environment, derived);
        environment.getPropertySources().addFirst(new MapPropertySource("environment contract", derived));
    }

    private static void doors(ConfigurableEnvironment environment, Map<String, Object> derived) {
        var certificate = value(environment, "haidang.tls-certificate");
        var key = value(environment, "haidang.tls-key");
        var proxies = addresses(value(environment, "haidang.trusted-proxies"));
        if (certificate.isEmpty() != key.isEmpty()) {
            throw StartRefused.wrongUse("HAIDANG_TLS_CERTIFICATE and HAIDANG_TLS_KEY belong together");
        }
        if (!certificate.isEmpty()) {
            derived.put("server.ssl.certificate", certificate);
            derived.put("server.ssl.certificate-private-key", key);
        }
        if (!proxies.isEmpty()) {
            derived.put("server.forward-headers-strategy", "native");
            derived.put(
                    "server.tomcat.remoteip.internal-proxies",
                    proxies.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        }
        var isSecure = !certificate.isEmpty() || !proxies.isEmpty();
        derived.put("server.servlet.session.cookie.secure", isSecure);
        if (!isSecure && !isLoopback(value(environment, "haidang.bind"))) {
            throw new StartRefused("HAIDANG_BIND=" + value(environment, "haidang.bind")
                    + " is open to others: set HAIDANG_TLS_CERTIFICATE and HAIDANG_TLS_KEY, or name the proxies in front"
                    + " of it in HAIDANG_TRUSTED_PROXIES");
        }
    }

    private static void demo(ConfigurableEnvironment environment, Map<String, Object> derived) {
        var demo = value(environment, "haidang.demo");
        var embeddedOnLoopback =
                value(environment, "haidang.database.url").isEmpty() && isLoopback(value(environment, "haidang.bind"));
        double scale;
        try {
            scale = switch (demo) {
                case "" -> embeddedOnLoopback ? environment.getProperty("haidang.demo-size", Double.class, SMALL) : 0;
                case "small" -> SMALL;
                case "on", "true" -> 1;
                case "off", "false" -> 0;
                default -> Double.parseDouble(demo);
            };
        } catch (NumberFormatException e) {
            throw StartRefused.wrongUse("HAIDANG_DEMO=" + demo + " must be on, off, small or a scale such as 0.5");
        }
        if (scale > 0 && hasUnitsOfItsOwn(value(environment, "haidang.city"))) {
            if (!demo.isEmpty()) {
                throw StartRefused.wrongUse("HAIDANG_DEMO=" + demo
                        + " plays the shipped city: it must be off where HAIDANG_CITY brings units of its own");
            }
            scale = 0;
        }
        derived.put("haidang.demo-scale", scale);
    }

    private static boolean hasUnitsOfItsOwn(String city) {
        return !city.isEmpty() && Files.isRegularFile(Path.of(city, "organization", "unit.csv"));
    }

    private static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw StartRefused.wrongUse("HAIDANG_BIND=" + bind + " is not an address of this machine");
        }
    }

    private static List<String> addresses(String list) {
        return Arrays.stream(list.split("[,\\s]+", -1))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static String value(ConfigurableEnvironment environment, String name) {
        return environment.getProperty(name, "").strip();
    }
}
