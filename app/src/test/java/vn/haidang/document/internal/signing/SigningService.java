package vn.haidang.document.internal.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signing service on this machine that keeps to CSC API 1.0.4: tokens, credentials, an authorisation for one hash, its signature. */
final class SigningService implements AutoCloseable {

    static final String CLIENT = "haidang";
    static final String SECRET = "hai dang's own";
    static final String PIN = "975310";

    private static final Map<String, String> MAKES =
            Map.of("1.2.840.10045.4.3.2", "NONEwithECDSA", "1.2.840.113549.1.1.11", "NONEwithRSA");

    /** What an RSA signature puts before a SHA-256 hash. */
    private static final byte[] DIGEST_INFO = {
        0x30,
        0x31,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x60,
        (byte) 0x86,
        0x48,
        0x01,
        0x65,
        0x03,
        0x04,
        0x02,
        0x01,
        0x05,
        0x00,
        0x04,
        0x20
    };

    private record Holder(KeyPair pair, List<X509Certificate> chain, String algorithm, boolean code) {}

    final List<String> asked = new ArrayList<>();
    volatile boolean lies;
    volatile boolean silent;

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> credentials = new HashMap<>();
    private final Map<String, Holder> holders = new HashMap<>();
    private final Map<String, String> allowed = new ConcurrentHashMap<>();
    private final KeyPair above = Certificates.pair();
    private final X509Certificate authority;
    private final Instant from;
    private volatile String token = "";

    SigningService(Instant now) throws IOException {
        from = now.minus(Duration.ofDays(1));
        authority =
                Certificates.authority(Certificates.name("CA", "Test"), above, from, from.plus(Duration.ofDays(30)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/csc/v1/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/csc/v1";
    }

    /** @param code whether its holder is asked for a code each time */
    void hold(String user, String name, String curveOrRsa, boolean code) throws GeneralSecurityException {
        boolean rsa = curveOrRsa.equals("RSA");
        KeyPair own = Certificates.pair();
        if (rsa) {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            own = generator.generateKeyPair();
        }
        X509Certificate certificate = Certificates.holder(
                authority,
                above.getPrivate(),
                Certificates.name(name, "Test"),
                own.getPublic(),
                from,
                from.plus(Duration.ofDays(30)));
        String credential = "credential-of-" + user;
        credentials.put(user, credential);
        holders.put(
                credential,
                new Holder(
                        own,
                        List.of(certificate, authority),
                        rsa ? "1.2.840.113549.1.1.1" : "1.2.840.10045.2.1",
                        code));
    }

    /** As after its restart: the tokens it gave count no more. */
    void forgetTokens() {
        token = "";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode question = json.readTree(exchange.getRequestBody().readAllBytes());
        String method = exchange.getRequestURI().getPath().substring("/csc/v1/".length());
        asked.add(method);
        if (silent) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        boolean known = method.equals("oauth2/token")
                || !token.isEmpty()
                        && ("Bearer " + token)
                                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Map<String, Object> said = known ? said(method, question) : Map.of();
        byte[] answer = json.writeValueAsBytes(said.isEmpty() ? Map.of("error", "invalid_request") : said);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(!known ? 401 : said.isEmpty() ? 400 : 200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private Map<String, Object> said(String method, JsonNode question) throws IOException {
        String credential = question.path("credentialID").asString("");
        return switch (method) {
            case "oauth2/token" -> token(question);
            case "credentials/list" -> {
                String found = credentials.get(question.path("userID").asString(""));
                yield Map.of("credentialIDs", found == null ? List.of() : List.of(found));
            }
            case "credentials/info" -> info(credential);
            case "credentials/authorize" -> authorize(question, credential);
            case "signatures/signHash" -> signed(question, credential);
            default -> Map.of();
        };
    }

    private Map<String, Object> token(JsonNode question) {
        if (!question.path("client_id").asString("").equals(CLIENT)
                || !question.path("client_secret").asString("").equals(SECRET)) {
            return Map.of();
        }
        token = UUID.randomUUID().toString();
        return Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3600);
    }

    private Map<String, Object> info(String credential) throws IOException {
        Holder holder = holders.get(credential);
        if (holder == null) {
            return Map.of();
        }
        List<String> certificates = new ArrayList<>();
        try {
            for (X509Certificate each : holder.chain()) {
                certificates.add(Base64.getEncoder().encodeToString(each.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        return Map.of(
                "key", Map.of("status", "enabled", "algo", List.of(holder.algorithm())),
                "cert", Map.of("status", "valid", "certificates", certificates),
                "authMode", "explicit",
                "PIN", Map.of("presence", "true"),
                "OTP", Map.of("presence", Boolean.toString(holder.code())));
    }

    private Map<String, Object> authorize(JsonNode question, String credential) {
        if (!holders.containsKey(credential)
                || !question.path("PIN").asString("").equals(PIN)) {
            return Map.of();
        }
        String pass = UUID.randomUUID().toString();
        allowed.put(pass, credential + question.path("hash").path(0).asString(""));
        return Map.of("SAD", pass, "expiresIn", 60);
    }

    /** For that credential and that hash, once. */
    private Map<String, Object> signed(JsonNode question, String credential) throws IOException {
        String hash = question.path("hash").path(0).asString("");
        String made = MAKES.get(question.path("signAlgo").asString(""));
        Holder holder = holders.get(credential);
        if (holder == null
                || made == null
                || !(credential + hash)
                        .equals(allowed.remove(question.path("SAD").asString("")))) {
            return Map.of();
        }
        try {
            var signature = Signature.getInstance(made);
            signature.initSign(holder.pair().getPrivate());
            if (made.equals("NONEwithRSA")) {
                signature.update(DIGEST_INFO);
            }
            signature.update(lies ? new byte[32] : Base64.getDecoder().decode(hash));
            return Map.of("signatures", List.of(Base64.getEncoder().encodeToString(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
