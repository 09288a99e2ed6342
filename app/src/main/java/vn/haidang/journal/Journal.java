package vn.haidang.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.haidang.journal.internal.EntryRows;
import vn.haidang.journal.internal.EntryWriter;
import vn.haidang.journal.internal.LookRows;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * The proven history of acts and of reads of personal data. Entries are written in the caller's transaction and sealed within
 * seconds; a change to one that is sealed does not go unnoticed by {@code bin/verify-journal}.
 */
@Component
public class Journal {

    private final EntryWriter writer;
    private final EntryRows rows;
    private final LookRows looks;

    public Journal(EntryWriter writer, EntryRows rows, LookRows looks) {
        this.writer = writer;
        this.rows = rows;
        this.looks = looks;
    }

    /**
     * Records an act.
     *
     * @throws IllegalStateException outside the transaction that does it: act and entry stand or fall together
     */
    public EntryId act(Act act) {
        requireTransaction(act);
        return writer.act(act);
    }

    /**
     * As {@link #act}, for an act that is one statement: what is returned must become part of it, or the act has no entry. Saves
     * the database a turn where many acts happen.
     *
     * @throws IllegalStateException outside the transaction that does it
     */
    public Inscription inscribe(Act act) {
        requireTransaction(act);
        return writer.inscribe(act);
    }

    /** Records that somebody read personal data about these subjects, for a purpose; one list is one entry. */
    public EntryId read(Actor reader, String purpose, Collection<Subject> subjects) {
        return writer.read(reader, purpose, List.copyOf(subjects));
    }

    /** Who read data about this subject, newest first. */
    public Slice<Reading> readsOf(Subject subject, PageRequest page) {
        return rows.readsOf(subject, page);
    }

    /**
     * Who read data about any of these subjects, newest first; a list that named several of them is one reading.
     *
     * @param except an account whose readings are left out, null for none
     */
    public Slice<SubjectReading> readsOf(Collection<Subject> subjects, @Nullable UUID except, PageRequest page) {
        return subjects.isEmpty() ? new Slice<>(List.of(), page, 0) : rows.readsOf(subjects, except, page);
    }

    /**
     * Who looked at any of these subjects, newest first. One look is what one reader read within one minute of subjects that the
     * asker calls the same, by however many parts of a page; looks are counted and paged, not the entries they are made of.
     *
     * @param subjects by subject, what the asker calls it; empty for what is called nothing
     * @param except an account whose looks are left out, null for none
     */
    public Slice<SubjectLook> looksOf(Map<Subject, String> subjects, @Nullable UUID except, PageRequest page) {
        return subjects.isEmpty() ? new Slice<>(List.of(), page, 0) : looks.of(subjects, except, page);
    }

    /**
     * Forgets the values behind every entry about this subject, in the caller's transaction: nobody can check a guessed value
     * against a hash any more, and the proof of the entries stands. Returns how many entries had a salt.
     */
    public int forget(Subject subject) {
        return rows.forget(subject);
    }

    private static void requireTransaction(Act act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(act.verb() + " must be recorded in the transaction that does it");
        }
    }
}
