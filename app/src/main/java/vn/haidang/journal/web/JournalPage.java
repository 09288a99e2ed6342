package vn.haidang.journal.web;

import java.time.Instant;
import java.util.List;

/**
 * What anybody may know of the journal.
 *
 * @param halted whether sealing has stopped because table and file disagree
 */
public record JournalPage(List<Row> seals, long sealed, long waiting, String keyId, String publicKey, boolean halted) {

    /** One seal, as a line that anyone can keep and check. */
    public record Row(long number, Instant at, int size, String line) {}

    public JournalPage {
        seals = List.copyOf(seals);
    }
}
