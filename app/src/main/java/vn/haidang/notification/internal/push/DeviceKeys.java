package vn.haidang.notification.internal.push;

import java.security.PublicKey;
import java.util.Base64;

/**
 * What a browser gave so that notices can be encrypted for it.
 *
 * @param publicKey a point of P-256
 * @param secret 16 bytes that only the browser and we know
 */
record DeviceKeys(PublicKey publicKey, byte[] secret) {

    private static final int SECRET = 16;

    /**
     * Reads both from base64url, as browsers give them.
     *
     * @throws IllegalArgumentException when they are no such things
     */
    static DeviceKeys read(String key, String secret) {
        byte[] bytes = Base64.getUrlDecoder().decode(secret);
        if (bytes.length != SECRET) {
            throw new IllegalArgumentException("not a secret of 16 bytes");
        }
        return new DeviceKeys(Points.decode(Base64.getUrlDecoder().decode(key)), bytes);
    }
}
