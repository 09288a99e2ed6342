package vn.haidang;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The program cannot start, for a reason a person can act on: the message is the one line they see. The exit code is 1
 * when something failed, 2 when the program was used wrongly.
 */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {

    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public StartRefused(String reason) {
        super(reason);
        this.exitCode = FAILED;
    }

    public StartRefused(String reason, Throwable cause) {
        super(reason, cause);
        this.exitCode = FAILED;
    }

    private StartRefused(String reason, int exitCode) {
        super(reason);
        this.exitCode = exitCode;
    }

    /** Something the operator wrote cannot be understood. */
    static StartRefused wrongUse(String reason) {
        return new StartRefused(reason, WRONG_USE);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
