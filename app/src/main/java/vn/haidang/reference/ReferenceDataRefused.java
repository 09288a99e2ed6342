package vn.haidang.reference;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** A table of reference data was refused and nothing of it was taken. The message is one line naming the first refusals. */
public final class ReferenceDataRefused extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public ReferenceDataRefused(String message, List<Refusal> refusals) {
        super(message);
        this.refusals = List.copyOf(refusals);
    }

    /** The program does not start on half-loaded data. */
    @Override
    public int getExitCode() {
        return 1;
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
