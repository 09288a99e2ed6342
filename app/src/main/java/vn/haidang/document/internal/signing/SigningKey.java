package vn.haidang.document.internal.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/** A key that can sign now. */
public interface SigningKey {

    /** Its certificate first, then those above it. */
    List<X509Certificate> chain();

    /** Whether what it signs is marked as a trial, because no authority the law knows stands behind it. */
    boolean trial();

    /** As the Java platform names it, for example {@code SHA256withECDSA}. */
    String algorithm();

    /**
     * The signature over the message.
     *
     * @throws SigningFailed when the holder of the key did not answer or refused
     */
    byte[] sign(byte[] message);
}
