package vn.haidang.casework.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Who saw whose name in a list: one entry for one list. */
@Component
public class InboxReads {

    private final Journal journal;

    InboxReads(Journal journal) {
        this.journal = journal;
    }

    public void record(Reader reader, List<Inbox.Row> rows) {
        if (!rows.isEmpty()) {
            journal.read(
                    reader.actor(),
                    "casework/inbox",
                    rows.stream().map(InboxReads::subject).toList());
        }
    }

    private static Subject subject(Inbox.Row row) {
        CaseId caseId = row.caseId();
        return caseId == null ? Chronicle.item(row.item()) : new Subject(Traces.SUBJECT, caseId.value());
    }
}
