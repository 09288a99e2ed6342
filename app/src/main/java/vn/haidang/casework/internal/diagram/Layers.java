package vn.haidang.casework.internal.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which column each node stands in: to the right of everything that leads to it, returns left aside. */
final class Layers {

    private final Map<String, List<Graph.Edge>> out = new HashMap<>();
    private final Map<String, Integer> layers = new HashMap<>();
    private final Set<String> returns = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> onTheWay = new HashSet<>();
    private final List<Graph.Node> lastFirst = new ArrayList<>();

    private Layers(Graph graph) {
        for (Graph.Edge edge : graph.edges()) {
            out.computeIfAbsent(edge.from().id(), ignored -> new ArrayList<>()).add(edge);
        }
        graph.nodes().forEach(this::walk);
        for (Graph.Node node : lastFirst.reversed()) {
            int layer = layers.getOrDefault(node.id(), 0);
            layers.put(node.id(), layer);
            for (Graph.Edge edge : out(node)) {
                if (!returns.contains(edge.id())) {
                    layers.merge(edge.to().id(), layer + 1, Math::max);
                }
            }
        }
    }

    static Map<String, Integer> of(Graph graph) {
        return new Layers(graph).layers;
    }

    /** Depth first, the ways forward before the returns; what closes a circle is a return. */
    private void walk(Graph.Node node) {
        if (!seen.add(node.id())) {
            return;
        }
        onTheWay.add(node.id());
        for (boolean back : new boolean[] {false, true}) {
            for (Graph.Edge edge : out(node)) {
                if (edge.back() != back) {
                    continue;
                }
                if (onTheWay.contains(edge.to().id())) {
                    returns.add(edge.id());
                } else {
                    walk(edge.to());
                }
            }
        }
        onTheWay.remove(node.id());
        lastFirst.add(node);
    }

    private List<Graph.Edge> out(Graph.Node node) {
        return out.getOrDefault(node.id(), List.of());
    }
}
