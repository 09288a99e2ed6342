package vn.haidang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code docs/architecture/graph.txt}, cut to the modules that exist. */
final class DeclaredGraph {

    private static final List<String> GROUND = List.of("ui", "expression", "journal", "reference", "organization");

    private final Map<String, Set<String>> allowed = new LinkedHashMap<>();

    private DeclaredGraph() {}

    static DeclaredGraph read(List<String> existing) {
        var lines = Sources.read(Sources.APP.resolveSibling("docs/architecture/graph.txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.strip().split("\\s+")))
                .toList();
        var graph = new DeclaredGraph();
        for (var words : lines) {
            var uses = new TreeSet<String>();
            if (!GROUND.contains(words.getFirst())) {
                uses.addAll(GROUND);
            }
            uses.addAll(words.subList(1, words.size()));
            if (uses.remove("everything")) {
                lines.forEach(line -> uses.add(line.getFirst()));
                uses.remove(words.getFirst());
            }
            uses.retainAll(existing);
            graph.allowed.put(words.getFirst(), uses);
        }
        graph.allowed.keySet().retainAll(existing);
        return graph;
    }

    Set<String> modules() {
        return allowed.keySet();
    }

    /** The modules whose door and published views {@code module} may use, null for a module that is not declared. */
    @Nullable Set<String> usedBy(String module) {
        return allowed.get(module);
    }
}
