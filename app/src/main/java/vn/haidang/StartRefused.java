package vn.haidang;

/** The program cannot start, for a reason a person can act on: the message is the one line they see, the exit code is 1. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String reason) {
        super(reason);
    }

    public StartRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
