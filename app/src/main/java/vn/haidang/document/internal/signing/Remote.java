package vn.haidang.document.internal.signing;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.StartRefused;

/**
 * A signing service elsewhere: its address {@code HAIDANG_SIGNING_SERVICE}, how it knows this installation {@code HAIDANG_SIGNING_CLIENT} and
 * {@code HAIDANG_SIGNING_SECRET}, its names for signatories in the file {@code HAIDANG_SIGNING_USERS}. A wrong setting stops the start; a
 * service that does not answer lets documents wait.
 */
@Configuration(proxyBeanMethods = false)
class Remote {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    @Bean
    SigningKeys documentRemoteKeys(
            @Value("${haidang.signing.keys:software}") String chosen,
            RemoteSettings settings,
            JsonMapper json,
            Clock clock) {
        boolean used = chosen.equals(RemoteKeys.CODE);
        if (used) {
            check(settings.service(), settings.client());
        }
        var client = new RemoteService.Client(
                settings.service().replaceAll("/+$", ""), settings.client(), settings.secret(), settings.pin());
        return new RemoteKeys(new RemoteService(client, json, clock), used ? users(settings.users()) : Map.of(), clock);
    }

    @Bean
    static RemoteSettings documentRemoteSettings(
            @Value("${haidang.signing.service:}") String service,
            @Value("${haidang.signing.client:}") String client,
            @Value("${haidang.signing.secret:}") String secret,
            @Value("${haidang.signing.pin:}") String pin,
            @Value("${haidang.signing.users:}") String users) {
        return new RemoteSettings(service.strip(), client.strip(), secret, pin, users.strip());
    }

    /** As the operator gave them. */
    record RemoteSettings(String service, String client, String secret, String pin, String users) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "RemoteSettings[" + service + ", " + client + "]";
        }
    }

    static void check(String service, String client) {
        URI address;
        try {
            address = URI.create(service);
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused("HAIDANG_SIGNING_SERVICE=" + service + " is no address", wrong);
        }
        boolean here = address.getHost() != null && THIS_MACHINE.contains(address.getHost());
        if (address.getHost() == null
                || !("https".equals(address.getScheme()) || here && "http".equals(address.getScheme()))) {
            throw new StartRefused("HAIDANG_SIGNING_SERVICE=" + service + " must be an https address");
        }
        if (client.isEmpty()) {
            throw new StartRefused("HAIDANG_SIGNING_CLIENT must say how the signing service knows this installation");
        }
    }

    /** Lines such as {@code person-0192...=079123456789}. */
    static Map<String, String> users(String file) {
        if (file.isEmpty()) {
            return Map.of();
        }
        var lines = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of(file))) {
            lines.load(text);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new StartRefused("HAIDANG_SIGNING_USERS=" + file + " cannot be read", wrong);
        }
        Map<String, String> users = new HashMap<>();
        lines.forEach((label, user) -> users.put(label.toString(), user.toString()));
        return users;
    }
}
