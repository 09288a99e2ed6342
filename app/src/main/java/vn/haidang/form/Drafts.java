package vn.haidang.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.registry.KnownValue;

/**
 * Forms being filled in: saved at every step even while wrong, resumed on any device, seen by their owner only. Everything here
 * answers a foreign, an unknown and a malformed id with the same {@code form/no-such-draft}.
 */
@Component
public class Drafts {

    /**
     * Starts a form at its version in force, with what is known already filled in.
     *
     * @param about what it is for, for example the code of a service
     * @param known by registry attribute, as the owner may know them
     */
    public DraftId start(String form, String about, AccountId owner, Map<String, KnownValue> known) {
        throw new UnsupportedOperationException();
    }

    public Draft get(DraftId id, Reader reader) {
        throw new UnsupportedOperationException();
    }

    /** The open drafts of a reader, last saved first. */
    public List<Draft> open(Reader reader) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes a sent page: saves its answers, stores its files, removes a file when its remove button was pressed, and says what comes
     * next. A field refused by its rules is saved all the same.
     *
     * @throws vn.haidang.ui.ProblemException {@code form/no-such-page}, {@code form/draft-finished}
     */
    public Turn take(
            DraftId id, String page, Map<String, String[]> parameters, Collection<Upload> uploads, Reader reader) {
        throw new UnsupportedOperationException();
    }

    /** Saves answers of one page, right or wrong. */
    public Draft save(DraftId id, String page, Map<String, String> answers, Reader reader) {
        throw new UnsupportedOperationException();
    }

    public void attach(DraftId id, String field, FileId file, Reader reader) {
        throw new UnsupportedOperationException();
    }

    public void detach(DraftId id, String field, FileId file, Reader reader) {
        throw new UnsupportedOperationException();
    }

    /**
     * Closes a complete draft, in the caller's transaction, and hands over what counts of it: answers to questions that were not asked are
     * left out. From then on it does not change.
     *
     * @throws vn.haidang.ui.ProblemException {@code form/not-complete}, {@code form/draft-finished}
     */
    public Draft finish(DraftId id, Reader reader) {
        throw new UnsupportedOperationException();
    }
}
