package vn.haidang.identity.internal.second;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.haidang.Home;

/**
 * Seals what must be read again and hashes what must only be recognised, with keys that are not in the database: whoever has the
 * database alone has neither.
 */
@Component
public class SecretBox {

    private static final String KEY = "second-factor";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;
    private final SecureRandom random = new SecureRandom();

    SecretBox(Home home) {
        var secret = home.secret(KEY);
        this.sealing = new SecretKeySpec(derived(secret, "seal"), "AES");
        this.hashing = new SecretKeySpec(derived(secret, "hash"), "HmacSHA256");
    }

    /** Bound to its owner: moved to another's row it does not open. */
    byte[] seal(byte[] plain, UUID owner) {
        var nonce = fresh(NONCE);
        return concat(nonce, crypt(Cipher.ENCRYPT_MODE, nonce, plain, owner));
    }

    byte[] open(byte[] sealed, UUID owner) {
        return crypt(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length),
                owner);
    }

    /** As {@link #seal(byte[], UUID)}, from text to text. */
    public String seal(String plain, UUID owner) {
        return Base64.getEncoder().encodeToString(seal(plain.getBytes(StandardCharsets.UTF_8), owner));
    }

    /** Empty where it is another's. */
    public Optional<String> opened(String sealed, UUID owner) {
        try {
            return Optional.of(new String(open(Base64.getDecoder().decode(sealed), owner), StandardCharsets.UTF_8));
        } catch (IllegalStateException notTheirs) {
            return Optional.empty();
        }
    }

    byte[] hash(String text, UUID owner) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
            mac.update(bytes(owner));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] fresh(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, UUID owner) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(owner));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a second factor cannot be read with the key of this home", e);
        }
    }

    private static byte[] derived(String secret, String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((purpose + ":" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
