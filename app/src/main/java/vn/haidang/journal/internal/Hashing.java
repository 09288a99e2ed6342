package vn.haidang.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, and what the journal hashes with it. */
final class Hashing {

    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Hashing() {}

    static byte[] of(String text) {
        return digest().digest(text.getBytes(UTF_8));
    }

    /** A value under its salt; the field is hashed too, so that equal values of two fields do not show as equal. */
    static byte[] salted(byte[] salt, String field, String value) {
        var digest = digest();
        digest.update(salt);
        digest.update(field.getBytes(UTF_8));
        digest.update((byte) 0);
        return digest.digest(value.getBytes(UTF_8));
    }

    /** RFC 6962, section 2.1: a leaf and an inner node never hash alike. */
    static byte[] leaf(byte[] entryHash) {
        var digest = digest();
        digest.update(LEAF);
        return digest.digest(entryHash);
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
