package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.haidang.casework.internal.WorkItem;

/** Tasks with their parts beneath them. */
public final class ItemTree {

    private ItemTree() {}

    /** Each before its parts; a part whose whole is not among them stands as if it were one of its own. */
    static List<WorkItem> inOrder(List<WorkItem> items) {
        Set<UUID> known = items.stream().map(WorkItem::id).collect(Collectors.toSet());
        Map<UUID, List<WorkItem>> parts = new LinkedHashMap<>();
        List<WorkItem> ordered = new ArrayList<>();
        for (WorkItem item : items) {
            UUID parent = item.parent();
            if (parent != null && known.contains(parent)) {
                parts.computeIfAbsent(parent, ignored -> new ArrayList<>()).add(item);
            }
        }
        for (WorkItem item : items) {
            UUID parent = item.parent();
            if (parent == null || !known.contains(parent)) {
                add(item, parts, ordered);
            }
        }
        return ordered;
    }

    /** What a part is a part of, empty for a task of its own. */
    public static String whole(WorkItem item, List<WorkItem> items) {
        UUID parent = item.parent();
        return parent == null
                ? ""
                : items.stream()
                        .filter(each -> each.id().equals(parent))
                        .map(WorkItem::title)
                        .findFirst()
                        .orElse("");
    }

    private static void add(WorkItem item, Map<UUID, List<WorkItem>> parts, List<WorkItem> ordered) {
        ordered.add(item);
        parts.getOrDefault(item.id(), List.of()).forEach(part -> add(part, parts, ordered));
    }
}
