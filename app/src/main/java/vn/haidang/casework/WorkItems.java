package vn.haidang.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.PostedWork;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Subject;

/**
 * Work that modules give to people: report assignments, signatures, answers. It stands in the same inbox as the steps of cases, can be
 * taken, given, delegated and returned like them, and ends with the module's own act, in the same transaction.
 */
@Component
public class WorkItems {

    private final PostedWork work;

    public WorkItems(PostedWork work) {
        this.work = work;
    }

    /**
     * Posts it; where nobody holds the role it waits in the queue of the unit, for its head to give out.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-colleague}
     */
    public UUID post(NewWork asked) {
        return work.post(asked);
    }

    /** What is about this subject is done; nothing happens where nothing is open. */
    public void done(Subject about, Actor by) {
        work.end(about, true, "done", by);
    }

    /** What is about this subject need not be done any more. */
    public void cancel(Subject about, Actor by) {
        work.end(about, false, null, by);
    }
}
