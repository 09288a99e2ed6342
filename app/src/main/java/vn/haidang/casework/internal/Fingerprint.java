package vn.haidang.casework.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a submission asked for, without keeping what it said: equal for equal submissions. */
public final class Fingerprint {

    private static final String BETWEEN = "\u0000";

    private Fingerprint() {}

    /** SHA-256 over the parts as text, in hexadecimal. */
    public static String of(@Nullable Object... parts) {
        String all = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(BETWEEN));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
