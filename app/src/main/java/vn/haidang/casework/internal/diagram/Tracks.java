package vn.haidang.casework.internal.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tracks of the corridors: two ways share one only where they do not meet. */
final class Tracks {

    private static final int BETWEEN = 16;

    private record Span(int from, int to) {
        boolean meets(Span other) {
            return from < other.to + BETWEEN && other.from < to + BETWEEN;
        }
    }

    private final List<List<List<Span>>> lanes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Tracks(int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            this.lanes.add(new ArrayList<>());
        }
    }

    /** The first track with room from where the way turns to where it arrives, and for its words. */
    void add(int lane, Graph.Edge edge, int turn, int arrive, int words) {
        Span span = arrive > turn
                ? new Span(turn, Math.max(arrive, turn + words))
                : new Span(Math.min(arrive, turn - words), turn);
        List<List<Span>> tracks = lanes.get(lane);
        int number = 0;
        while (number < tracks.size() && tracks.get(number).stream().anyMatch(span::meets)) {
            number++;
        }
        if (number == tracks.size()) {
            tracks.add(new ArrayList<>());
        }
        tracks.get(number).add(span);
        numbers.put(edge.id(), number);
    }

    int count(int lane) {
        return lanes.get(lane).size();
    }

    int number(Graph.Edge edge) {
        return numbers.getOrDefault(edge.id(), 0);
    }
}
