package vn.haidang.document.internal.signing;

import java.util.Optional;

/** A place that holds signing keys. */
public interface SigningKeys {

    /** As the setting {@code HAIDANG_SIGNING} names it. */
    String code();

    /**
     * The key of a signatory; empty where it has none here.
     *
     * @throws SigningFailed when the place does not answer
     */
    Optional<SigningKey> of(Signatory signatory);

    /** Whether it signs within the act that gives a document out; what it does not, waits. */
    default boolean atOnce() {
        return true;
    }
}
