package vn.haidang.casework.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** One work item as an official works on it; looking at it is journaled. */
@Component
public class ItemDesk {

    /**
     * Everything the page shows.
     *
     * @param may whether the reader may do it
     * @param behalf in whose name they would, null in their own
     * @param taken who holds it, where that is why the reader may not
     * @param vacant whether nobody holds its role at its unit
     * @param mine whether the reader holds it
     * @param canReturn whether the reader may put it back into the queue
     * @param canAssign whether the reader may give it to somebody
     * @param colleagues to whom it can be given, or who can be named as a substitute; empty where the reader may do neither
     * @param parts the parts of a task
     */
    public record View(
            WorkItem item,
            boolean may,
            @Nullable String behalf,
            @Nullable String taken,
            boolean vacant,
            boolean mine,
            boolean canReturn,
            boolean canAssign,
            List<Colleague> colleagues,
            List<WorkItem> parts) {}

    private final ItemRows rows;
    private final Colleagues colleagues;
    private final Journal journal;

    ItemDesk(ItemRows rows, Colleagues colleagues, Journal journal) {
        this.rows = rows;
        this.colleagues = colleagues;
        this.journal = journal;
    }

    public View view(UUID id, Reader reader) {
        WorkItem item = rows.find(id, reader).orElseThrow(CaseworkProblems::noSuchItem);
        CaseId caseId = item.caseId();
        journal.read(
                reader.actor(),
                "casework/item",
                List.of(caseId == null ? Chronicle.item(id) : new Subject(Traces.SUBJECT, caseId.value())));
        Authority authority = colleagues.over(item.who(), reader);
        AccountId holder = item.who().claimedBy();
        boolean mine = holder != null && holder.equals(reader.account());
        boolean may = item.open() && authority instanceof Authority.Allowed;
        boolean canAssign = item.open() && colleagues.mayAssign(reader, item.unit());
        boolean canName = may && (holder == null || mine);
        return new View(
                item,
                may,
                authority instanceof Authority.Allowed(Colleague behalf) && behalf != null ? behalf.name() : null,
                authority instanceof Authority.Taken(String name) ? name : null,
                item.open() && colleagues.vacant(item.who(), reader),
                mine,
                item.open() && (mine || (holder != null && reader.holds(Role.UNIT_HEAD, item.unit()))),
                canAssign,
                canAssign || canName ? colleagues.whoMayHave(Set.of(id), item.unit()) : List.of(),
                item.kind() == WorkItem.Kind.TASK ? rows.parts(id) : List.of());
    }
}
