package vn.haidang.journal;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** The proven history of acts and of reads of personal data. Entries are written in the caller's transaction. */
@Component
public class Journal {

    /** Records an act; must run inside the transaction that does it. */
    public EntryId act(Act act) {
        throw new UnsupportedOperationException("journal.act");
    }

    /** Records that somebody read personal data about these subjects, for a purpose; one list is one entry. */
    public EntryId read(Actor reader, String purpose, Collection<Subject> subjects) {
        throw new UnsupportedOperationException("journal.read");
    }
}
