package vn.haidang.document.internal.signing;

/** A key could not sign now; the document waits, its number stays. */
public class SigningFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SigningFailed(String message, Throwable cause) {
        super(message, cause);
    }

    public SigningFailed(String message) {
        super(message);
    }
}
