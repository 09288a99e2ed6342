package vn.haidang.notification.internal.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** A browser with its push service, both as the standards say and by another implementation than ours: opens what it is sent. */
final class BrowserService implements AutoCloseable {

    private final HttpServer server;
    private final KeyPair keys;
    private final byte[] secret = new byte[16];
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<JWTClaimsSet> tokens = new CopyOnWriteArrayList<>();
    private final List<String> topics = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    volatile int status = 201;

    BrowserService() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(secret);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String endpoint(String name) {
        return "http://" + authority() + "/" + name;
    }

    String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Points.encode(keys.getPublic()));
    }

    String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    List<String> notices() {
        return notices;
    }

    List<JWTClaimsSet> tokens() {
        return tokens;
    }

    List<String> topics() {
        return topics;
    }

    /** From now on {@code /slow} answers only after another address was told. */
    void holdTheSlowOne() {
        held = new CountDownLatch(1);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/slow")) {
                held.await();
            }
            exchange.sendResponseHeaders(read(exchange), -1);
            held.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int read(HttpExchange exchange) throws IOException {
        try {
            notices.add(open(exchange.getRequestBody().readAllBytes()));
            topics.add(exchange.getRequestHeaders().getFirst("Topic"));
            tokens.add(believed(exchange.getRequestHeaders().getFirst("Authorization")));
            return status;
        } catch (GeneralSecurityException | ParseException | JOSEException e) {
            return 400;
        }
    }

    private String open(byte[] body) throws GeneralSecurityException {
        var in = ByteBuffer.wrap(body);
        byte[] salt = new byte[16];
        in.get(salt);
        in.getInt();
        byte[] sender = new byte[in.get()];
        in.get(sender);
        byte[] sealed = new byte[in.remaining()];
        in.get(sealed);
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(Points.decode(sender), true);
        byte[] info = ByteBuffer.allocate(14 + 65 + 65)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(Points.encode(keys.getPublic()))
                .put(sender)
                .array();
        byte[] material = hkdf(agreement.generateSecret(), secret, info, 32);
        byte[] key = hkdf(material, salt, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = hkdf(material, salt, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(sealed);
        return new String(Arrays.copyOf(padded, padded.length - 1), StandardCharsets.UTF_8);
    }

    private static byte[] hkdf(byte[] material, byte[] salt, byte[] info, int length) {
        var generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(material, salt, info));
        byte[] out = new byte[length];
        generator.generateBytes(out, 0, length);
        return out;
    }

    private static JWTClaimsSet believed(String authorization) throws ParseException, JOSEException {
        String token = authorization.replaceFirst("^vapid t=([^,]+), k=.*$", "$1");
        String key = authorization.replaceFirst("^.*, k=", "");
        var signed = SignedJWT.parse(token);
        var point = (ECPublicKey) Points.decode(Base64.getUrlDecoder().decode(key));
        if (!signed.verify(new ECDSAVerifier(new ECKey.Builder(Curve.P_256, point).build()))) {
            throw new IllegalArgumentException("not signed by the key it names");
        }
        return signed.getJWTClaimsSet();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
