package vn.haidang.notification.internal.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a notice so that only the browser it is for can read it, the service between not: RFC 8291 on {@code aes128gcm} of RFC 8188. */
final class PushCipher {

    private static final int SALT = 16;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int RECORD = 4096;
    private static final byte LAST_RECORD = 2;

    private PushCipher() {}

    /** The body of the request that carries the notice. */
    static byte[] encrypt(byte[] notice, DeviceKeys device) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return encrypt(notice, device, generator.generateKeyPair(), salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 and AES-GCM belong to every Java", e);
        }
    }

    static byte[] encrypt(byte[] notice, DeviceKeys device, KeyPair ours, byte[] salt) throws GeneralSecurityException {
        byte[] ourPoint = Points.encode(ours.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(device.publicKey(), true);
        byte[] shared = expand(
                device.secret(),
                agreement.generateSecret(),
                joined(ascii("WebPush: info\0"), Points.encode(device.publicKey()), ourPoint),
                32);
        byte[] key = expand(salt, shared, ascii("Content-Encoding: aes128gcm\0"), KEY);
        byte[] nonce = expand(salt, shared, ascii("Content-Encoding: nonce\0"), NONCE);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] sealed = cipher.doFinal(joined(notice, new byte[] {LAST_RECORD}));
        byte[] head = ByteBuffer.allocate(SALT + Integer.BYTES + 1)
                .put(salt)
                .putInt(RECORD)
                .put((byte) ourPoint.length)
                .array();
        return joined(head, ourPoint, sealed);
    }

    private static byte[] expand(byte[] salt, byte[] material, byte[] info, int length)
            throws InvalidAlgorithmParameterException, GeneralSecurityException {
        HKDFParameterSpec how =
                HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(material).thenExpand(info, length);
        SecretKey derived = KDF.getInstance("HKDF-SHA256").deriveKey("Generic", how);
        return derived.getEncoded();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
