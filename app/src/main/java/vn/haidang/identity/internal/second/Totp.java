package vn.haidang.identity.internal.second;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change with time (RFC 6238, with HMAC-SHA-1 and steps of 30 seconds, as every authenticator knows them). */
final class Totp {

    static final int DIGITS = 6;

    static final long STEP_SECONDS = 30;

    private static final int SLACK = 1;

    private Totp() {}

    /**
     * The step a code belongs to, if it is right now or was or will be within one step; a step at or before {@code last} was used and
     * does not count again.
     */
    static OptionalLong match(byte[] secret, String code, Instant now, long last) {
        long present = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - SLACK; step <= present + SLACK; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step, DIGITS).getBytes(StandardCharsets.US_ASCII),
                    code.getBytes(StandardCharsets.UTF_8));
            if (same && step > last) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return String.format(java.util.Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
