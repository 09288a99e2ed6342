package vn.haidang.casework.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;

/** What can be done to many items at once: what every one of them offers. */
@Component
public class BulkChoices {

    private final ItemRows rows;
    private final Procedures procedures;
    private final Colleagues colleagues;
    private final Journal journal;

    BulkChoices(ItemRows rows, Procedures procedures, Colleagues colleagues, Journal journal) {
        this.rows = rows;
        this.procedures = procedures;
        this.colleagues = colleagues;
        this.journal = journal;
    }

    /** The items among these that the reader may see; looking at them is journaled. */
    public List<WorkItem> items(List<BulkRuns.Chosen> chosen, Reader reader) {
        List<UUID> ids = chosen.stream().map(BulkRuns.Chosen::item).toList();
        List<WorkItem> items = rows.all(ids, reader);
        if (!items.isEmpty()) {
            journal.read(
                    reader.actor(),
                    "casework/bulk",
                    items.stream().map(BulkChoices::subject).toList());
        }
        return items;
    }

    /** To whom all of them could be given, by id. */
    public Map<String, String> persons(List<WorkItem> items) {
        Map<String, String> persons = new LinkedHashMap<>();
        Set<UnitId> units = items.stream().map(WorkItem::unit).collect(Collectors.toSet());
        if (units.size() == 1) {
            colleagues
                    .whoMayHave(
                            items.stream().map(WorkItem::id).toList(),
                            units.iterator().next())
                    .forEach(each -> persons.put(each.id().value().toString(), each.name()));
        }
        return persons;
    }

    /**
     * How all of them can end alike: forwards, and without a reason, which everybody is owed for themselves.
     */
    public Map<String, String> outcomes(List<WorkItem> items, Locale locale) {
        Map<String, String> common = new LinkedHashMap<>();
        boolean first = true;
        for (ItemRows.Place place : rows.places(items.stream().map(WorkItem::id).toList())) {
            Map<String, String> offered = new LinkedHashMap<>();
            procedures
                    .find(place.procedure(), place.version())
                    .flatMap(procedure -> procedure.find(place.step()))
                    .ifPresent(step -> step.exits().stream()
                            .filter(exit -> exit.kind() == Procedure.Kind.NEXT && !exit.needsReason())
                            .forEach(exit -> offered.put(exit.outcome(), exit.name(locale))));
            if (first) {
                common.putAll(offered);
            } else {
                common.keySet().retainAll(offered.keySet());
            }
            first = false;
        }
        return items.stream().allMatch(item -> item.kind() == WorkItem.Kind.STEP) ? common : Map.of();
    }

    static Subject subject(WorkItem item) {
        CaseId caseId = item.caseId();
        return caseId == null ? Chronicle.item(item.id()) : new Subject(Traces.SUBJECT, caseId.value());
    }
}
