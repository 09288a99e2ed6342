package vn.haidang.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import vn.haidang.Home;
import vn.haidang.StartRefused;

/**
 * The Ed25519 key that signs seals, in {@code HAIDANG_HOME/keys/journal-sealing.pem} (mode 0600) with its public half beside it;
 * made at first start, never in the database. All nodes of one installation must have the same.
 */
@Component
public class SealingKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE = 64;

    private final KeyPair pair;
    private final String id;

    SealingKey(Home home) {
        var folder = home.folder("keys");
        var secret = folder.resolve("journal-sealing.pem");
        var open = folder.resolve("journal-sealing.pub.pem");
        try {
            if (!Files.exists(secret)) {
                make(secret, open);
            }
            this.pair = read(secret, open);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StartRefused("the journal's sealing key " + secret + " cannot be used: " + e.getMessage(), e);
        }
        var fingerprint = HexFormat.of().formatHex(Hashing.of(publicPem()));
        this.id = fingerprint.substring(0, 16);
    }

    /** The first 16 hexadecimal digits of the SHA-256 of the public key's PEM text. */
    public String id() {
        return id;
    }

    public String publicPem() {
        return pem(PUBLIC, pair.getPublic().getEncoded());
    }

    Seal sign(Seal.Unsigned body) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(body.text().getBytes(UTF_8));
            return new Seal(body, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a seal could not be signed", e);
        }
    }

    boolean signed(Seal seal) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(seal.body().text().getBytes(UTF_8));
            return id.equals(seal.body().key()) && signature.verify(seal.signature());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static void make(Path secret, Path open) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.writeString(open, pem(PUBLIC, pair.getPublic().getEncoded()));
        var half = secret.resolveSibling("journal-sealing.new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, pem(PRIVATE, pair.getPrivate().getEncoded()));
        Files.move(half, secret, StandardCopyOption.ATOMIC_MOVE);
    }

    private static KeyPair read(Path secret, Path open) throws IOException, GeneralSecurityException {
        var factory = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(bytes(open))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(secret))));
    }

    private static byte[] bytes(Path path) throws IOException {
        var base64 = new StringBuilder();
        for (var line : Files.readAllLines(path)) {
            if (!line.startsWith("-----")) {
                base64.append(line.strip());
            }
        }
        return Base64.getDecoder().decode(base64.toString());
    }

    private static String pem(String kind, byte[] encoded) {
        var base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    }
}
