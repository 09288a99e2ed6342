package vn.haidang.reference.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.stereotype.Component;
import vn.haidang.reference.spi.Importer;

/** The order of loading: lower modules first, and every table after the tables it names. */
@Component
public class LoadOrder {

    private final ObjectProvider<Importer> importers;
    private final ObjectProvider<ApplicationModuleIdentifiers> modules;

    public LoadOrder(ObjectProvider<Importer> importers, ObjectProvider<ApplicationModuleIdentifiers> modules) {
        this.importers = importers;
        this.modules = modules;
    }

    public List<Importer> importers() {
        return ordered(importers.stream().toList(), moduleOrder());
    }

    /** @throws IllegalStateException when tables wait for each other, or one table has two importers */
    static List<Importer> ordered(List<Importer> importers, List<String> modules) {
        var byTable = new HashMap<String, Importer>();
        importers.forEach(importer -> {
            if (byTable.put(importer.table(), importer) != null) {
                throw new IllegalStateException(importer.table() + " has two importers");
            }
        });
        var sorted = importers.stream()
                .sorted(Comparator.<Importer>comparingInt(importer -> rank(importer, modules))
                        .thenComparing(Importer::table))
                .toList();
        var placed = new ArrayList<Importer>();
        sorted.forEach(importer -> place(importer, byTable, new LinkedHashSet<>(), placed));
        return List.copyOf(placed);
    }

    private static void place(
            Importer importer, Map<String, Importer> byTable, Set<String> waiting, List<Importer> placed) {
        if (placed.contains(importer)) {
            return;
        }
        if (!waiting.add(importer.table())) {
            throw new IllegalStateException("tables wait for each other: " + waiting);
        }
        for (var table : importer.after()) {
            var earlier = byTable.get(table);
            if (earlier != null) {
                place(earlier, byTable, waiting, placed);
            }
        }
        waiting.remove(importer.table());
        placed.add(importer);
    }

    private static int rank(Importer importer, List<String> modules) {
        var module = importer.table().substring(0, importer.table().indexOf('/'));
        var at = modules.indexOf(module);
        return at < 0 ? modules.size() : at;
    }

    private List<String> moduleOrder() {
        var known = modules.getIfAvailable();
        return known == null
                ? List.of()
                : known.stream().map(ApplicationModuleIdentifier::toString).toList();
    }
}
