package vn.haidang.journal.internal;

import java.util.List;

/**
 * What a verification saw.
 *
 * @param findings the first of them in the order met, at most {@link #NAMED}
 * @param found how many there are
 */
record Verification(long seals, long entries, long retired, long notYetSealed, List<Finding> findings, long found) {

    static final int NAMED = 200;

    Verification {
        findings = List.copyOf(findings);
    }

    boolean proven() {
        return found == 0;
    }
}
