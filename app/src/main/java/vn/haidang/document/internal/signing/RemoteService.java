package vn.haidang.document.internal.signing;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signing service elsewhere, spoken to as the Cloud Signature Consortium writes it down (CSC API 1.0.4): the program shows its own client
 * id and secret, lists the credentials of a user, and has hashes signed. Hashes leave the house, documents never.
 */
final class RemoteService {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
    private static final Duration USUAL_LIFE = Duration.ofMinutes(5);
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    /**
     * How the program is known there.
     *
     * @param base address of the interface, without a slash at its end
     * @param pin shown with each signature, where a credential asks for one
     */
    record Client(String base, String id, String secret, String pin) {

        /** Without its secrets. */
        @Override
        public String toString() {
            return "Client[" + base + ", " + id + "]";
        }
    }

    /**
     * A key there.
     *
     * @param certificates the signatory's first, as DER
     * @param algorithm object identifier of the key's algorithm
     * @param enabled whether key and certificate may be used now
     * @param alone whether it signs without its holder being asked each time
     */
    record Credential(String id, List<byte[]> certificates, String algorithm, boolean enabled, boolean alone) {}

    private record Token(String value, Instant until) {}

    private final Client client;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient http;
    private volatile @Nullable Token held;

    RemoteService(Client client, JsonMapper json, Clock clock) {
        this.client = client;
        this.json = json;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(READ);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Of one of its users. */
    List<String> credentials(String user) {
        List<String> found = new ArrayList<>();
        ask("credentials/list", Map.of("userID", user, "maxResults", 10))
                .path("credentialIDs")
                .forEach(id -> found.add(id.asString()));
        return found;
    }

    Credential info(String id) {
        JsonNode said = ask("credentials/info", Map.of("credentialID", id, "certificates", "chain"));
        List<byte[]> certificates = new ArrayList<>();
        said.path("cert")
                .path("certificates")
                .forEach(each -> certificates.add(Base64.getMimeDecoder().decode(each.asString())));
        boolean explicit = "explicit".equals(said.path("authMode").asString(""));
        boolean code = "true".equals(said.path("OTP").path("presence").asString("false"));
        return new Credential(
                id,
                certificates,
                said.path("key").path("algo").path(0).asString(""),
                "enabled".equals(said.path("key").path("status").asString(""))
                        && "valid".equals(said.path("cert").path("status").asString("valid")),
                "implicit".equals(said.path("authMode").asString("")) || explicit && !code);
    }

    /**
     * @param hash SHA-256
     * @param signAlgorithm object identifier
     */
    byte[] sign(String credential, byte[] hash, String signAlgorithm) {
        String encoded = Base64.getEncoder().encodeToString(hash);
        Map<String, Object> asked = new java.util.HashMap<>(
                Map.of("credentialID", credential, "numSignatures", 1, "hash", List.of(encoded)));
        if (!client.pin().isEmpty()) {
            asked.put("PIN", client.pin());
        }
        String allowed = ask("credentials/authorize", asked).path("SAD").asString("");
        String signature = ask(
                        "signatures/signHash",
                        Map.of(
                                "credentialID", credential,
                                "SAD", allowed,
                                "hash", List.of(encoded),
                                "hashAlgo", SHA256,
                                "signAlgo", signAlgorithm))
                .path("signatures")
                .path(0)
                .asString("");
        if (signature.isEmpty()) {
            throw new SigningFailed("the signing service gave no signature");
        }
        return Base64.getMimeDecoder().decode(signature);
    }

    private JsonNode ask(String method, Map<String, Object> question) {
        Token token = held;
        if (token == null || !clock.instant().isBefore(token.until())) {
            token = fresh();
        }
        try {
            return post(method, question, token);
        } catch (SigningFailed refused) {
            if (!(refused.getCause() instanceof RestClientResponseException answer)
                    || answer.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
                throw refused;
            }
            return post(method, question, fresh());
        }
    }

    private Token fresh() {
        JsonNode said = post(
                "oauth2/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", client.id(),
                        "client_secret", client.secret()),
                null);
        String value = said.path("access_token").asString("");
        if (value.isEmpty()) {
            throw new SigningFailed("the signing service does not know this installation");
        }
        Duration life = Duration.ofSeconds(said.path("expires_in").asLong(USUAL_LIFE.toSeconds()));
        var token = new Token(value, clock.instant().plus(life).minus(BEFORE_ITS_END));
        held = token;
        return token;
    }

    private JsonNode post(String method, Map<String, Object> question, @Nullable Token token) {
        try {
            var request = http.post()
                    .uri(URI.create(client.base() + "/" + method))
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON);
            if (token != null) {
                request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
            }
            byte[] said =
                    request.body(json.writeValueAsBytes(question)).retrieve().body(byte[].class);
            return json.readTree(said == null ? new byte[] {'{', '}'} : said);
        } catch (RestClientException | JacksonException away) {
            throw new SigningFailed("the signing service does not answer " + method + " as it should", away);
        }
    }
}
