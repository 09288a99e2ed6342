package vn.haidang.casework.internal.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.haidang.casework.internal.diagram.Diagram.Band;
import vn.haidang.casework.internal.diagram.Diagram.Box;
import vn.haidang.casework.internal.diagram.Diagram.Label;
import vn.haidang.casework.internal.diagram.Diagram.Point;
import vn.haidang.casework.internal.diagram.Diagram.Shape;
import vn.haidang.casework.internal.diagram.Diagram.Way;

/**
 * Nodes stand in columns and lanes. Between columns are gutters for upright pieces of ways, at the foot of each lane a corridor for
 * level ones that pass other columns; since no node stands in a gutter or a corridor, no way crosses a node.
 */
final class Layout {

    private static final int EDGE = 10;
    private static final int NAME_OF_POOL = 30;
    private static final int NAME_OF_LANE = 122;
    private static final int TRACK = 10;
    private static final int GAP = 12;
    private static final int CORRIDOR = 20;
    private static final int TASK_ROW = 96;
    private static final int EVENT_ROW = 92;
    private static final int TASK_WIDTH = 124;
    private static final int TASK_HEIGHT = 66;
    private static final int CHOICE = 40;
    private static final int EVENT = 36;
    private static final int EVENT_COLUMN = 92;
    private static final int LETTERS = 13;

    private final Graph graph;
    private final Map<String, Integer> layers;
    private final Map<String, Integer> laneNumbers = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final int[] rowsOfLane;
    private final int[] left;
    private final int[] width;
    private final List<List<Graph.Edge>> leaving = new ArrayList<>();
    private final List<List<Graph.Edge>> arriving = new ArrayList<>();
    private final Tracks tracks;
    private final int[] top;
    private final int[] height;

    Layout(Graph graph) {
        this.graph = graph;
        this.layers = Layers.of(graph);
        for (Graph.Lane lane : graph.lanes()) {
            laneNumbers.put(lane.key(), laneNumbers.size());
        }
        this.rowsOfLane = new int[graph.lanes().size()];
        int columns =
                1 + layers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        this.left = new int[columns + 1];
        this.width = new int[columns];
        this.tracks = new Tracks(graph.lanes().size());
        this.top = new int[graph.lanes().size()];
        this.height = new int[graph.lanes().size()];
        rows();
        gutters(columns);
        columns(columns);
        corridors();
        lanes();
    }

    Diagram diagram() {
        int right = left[left.length - 1];
        int bottom = top[top.length - 1] + height[height.length - 1];
        List<Band> bands = new ArrayList<>();
        for (Graph.Lane lane : graph.lanes()) {
            int number = laneOf(lane.key());
            Box box = new Box(EDGE + NAME_OF_POOL, top[number], right - EDGE - NAME_OF_POOL, height[number]);
            List<String> lines = Wrapping.wrap(lane.name(), 16, 4);
            bands.add(new Band(lane, box, label(box.x() + 10, box.y() + 12, lines)));
        }
        Map<String, Shape> shapes = new HashMap<>();
        graph.nodes().forEach(node -> shapes.put(node.id(), shape(node)));
        List<Shape> inOrder =
                graph.nodes().stream().map(node -> at(shapes, node)).toList();
        List<Way> ways = graph.edges().stream()
                .map(edge -> way(
                        edge,
                        at(shapes, edge.from()).box(),
                        at(shapes, edge.to()).box()))
                .toList();
        return new Diagram(graph, new Box(EDGE, EDGE, right - EDGE, bottom - EDGE), bands, inOrder, ways);
    }

    // -- reckoning

    private void rows() {
        Map<String, Integer> used = new HashMap<>();
        for (Graph.Node node : graph.nodes()) {
            int row = used.merge(layer(node) + " " + node.lane(), 1, Integer::sum) - 1;
            rows.put(node.id(), row);
            int lane = laneOf(node.lane());
            rowsOfLane[lane] = Math.max(rowsOfLane[lane], row + 1);
        }
    }

    /** Which ways turn in which gutter; the farther a way goes up or down, the earlier it turns, so that its fellows need not cross it. */
    private void gutters(int columns) {
        for (int column = 0; column < columns; column++) {
            leaving.add(new ArrayList<>());
            arriving.add(new ArrayList<>());
        }
        for (Graph.Edge edge : graph.edges()) {
            if (!isStraight(edge)) {
                leaving.get(layer(edge.from())).add(edge);
            }
            if (isFar(edge)) {
                arriving.get(layer(edge.to()) - 1).add(edge);
            }
        }
        Comparator<Graph.Edge> farthest = Comparator.comparingInt(this::climb).reversed();
        leaving.forEach(edges -> edges.sort(farthest));
        arriving.forEach(edges -> edges.sort(farthest));
    }

    private void columns(int columns) {
        int x = EDGE + NAME_OF_POOL + NAME_OF_LANE;
        for (int column = 0; column < columns; column++) {
            int number = column;
            left[column] = x;
            width[column] = graph.nodes().stream()
                    .filter(node -> layer(node) == number)
                    .mapToInt(Layout::columnWidth)
                    .max()
                    .orElse(0);
            int words = graph.edges().stream()
                    .filter(edge -> layer(edge.from()) == number
                            && !isFar(edge)
                            && !edge.name().isEmpty())
                    .mapToInt(edge -> Wrapping.width(words(edge)))
                    .max()
                    .orElse(0);
            x += width[column]
                    + GAP
                    + TRACK * leaving.get(column).size()
                    + words
                    + TRACK * arriving.get(column).size()
                    + GAP;
        }
        left[columns] = x;
    }

    private void corridors() {
        for (Graph.Edge edge : graph.edges()) {
            if (isFar(edge)) {
                tracks.add(corridor(edge), edge, turnsAt(edge), arrivesAt(edge), Wrapping.width(line(edge)) + GAP);
            }
        }
    }

    private void lanes() {
        int y = EDGE;
        for (int lane = 0; lane < top.length; lane++) {
            top[lane] = y;
            height[lane] = rowsOfLane[lane] * rowHeight(lane) + tracks.count(lane) * CORRIDOR + GAP;
            y += height[lane];
        }
    }

    private int rowHeight(int lane) {
        boolean tasks = graph.nodes().stream().anyMatch(node -> laneOf(node.lane()) == lane && node.step() != null);
        return tasks ? TASK_ROW : EVENT_ROW;
    }

    // -- placing

    private Shape shape(Graph.Node node) {
        int lane = laneOf(node.lane());
        int x = left[layer(node)] + width[layer(node)] / 2;
        int y = top[lane] + at(rows, node.id()) * rowHeight(lane) + rowHeight(lane) / 2;
        return switch (node.kind()) {
            case PERSON, MACHINE -> {
                Box box = new Box(x - TASK_WIDTH / 2, y - TASK_HEIGHT / 2, TASK_WIDTH, TASK_HEIGHT);
                List<String> lines = Wrapping.wrap(node.name(), LETTERS + 2, 3);
                int first = y - lines.size() * Label.LINE / 2;
                yield new Shape(
                        node,
                        box,
                        new Label(new Box(box.x() + 4, first, TASK_WIDTH - 8, lines.size() * Label.LINE), lines));
            }
            case CHOICE -> new Shape(node, new Box(x - CHOICE / 2, y - CHOICE / 2, CHOICE, CHOICE), null);
            case START, WAIT, END -> {
                Box box = new Box(x - EVENT / 2, y - EVENT / 2, EVENT, EVENT);
                List<String> lines = Wrapping.wrap(node.name(), LETTERS, 2);
                yield new Shape(
                        node,
                        box,
                        new Label(
                                new Box(
                                        x - EVENT_COLUMN / 2,
                                        box.bottom() + 2,
                                        EVENT_COLUMN,
                                        lines.size() * Label.LINE),
                                lines));
            }
        };
    }

    private Way way(Graph.Edge edge, Box from, Box to) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(from.right(), from.middleY()));
        Label label = null;
        int words = left[layer(edge.from())]
                + width[layer(edge.from())]
                + GAP
                + TRACK * leaving.get(layer(edge.from())).size();
        if (isFar(edge)) {
            int turn = turnsAt(edge);
            int arrive = arrivesAt(edge);
            int lane = corridor(edge);
            int y = top[lane] + rowsOfLane[lane] * rowHeight(lane) + tracks.number(edge) * CORRIDOR + CORRIDOR;
            points.add(new Point(turn, from.middleY()));
            points.add(new Point(turn, y));
            points.add(new Point(arrive, y));
            points.add(new Point(arrive, to.middleY()));
            if (!edge.name().isEmpty()) {
                int wide = Wrapping.width(line(edge));
                label = label(arrive > turn ? turn + 5 : turn - 5 - wide, y - Label.LINE - 2, line(edge));
            }
        } else {
            if (!isStraight(edge)) {
                points.add(new Point(turnsAt(edge), from.middleY()));
                points.add(new Point(turnsAt(edge), to.middleY()));
            }
            if (!edge.name().isEmpty()) {
                List<String> lines = words(edge);
                label = label(words, to.middleY() - lines.size() * Label.LINE - 3, lines);
            }
        }
        points.add(new Point(to.x(), to.middleY()));
        return new Way(edge, points, label);
    }

    private static Label label(int x, int y, List<String> lines) {
        return new Label(new Box(x, y, Wrapping.width(lines), lines.size() * Label.LINE), lines);
    }

    // -- asking

    private int turnsAt(Graph.Edge edge) {
        int column = layer(edge.from());
        return left[column] + width[column] + GAP + TRACK * leaving.get(column).indexOf(edge);
    }

    private int arrivesAt(Graph.Edge edge) {
        int column = layer(edge.to());
        return left[column] - GAP - TRACK * arriving.get(column - 1).indexOf(edge);
    }

    /** At the foot of the upper of the two lanes, so that a way goes between them and not around. */
    private int corridor(Graph.Edge edge) {
        return Math.min(laneOf(edge.from().lane()), laneOf(edge.to().lane()));
    }

    private boolean isFar(Graph.Edge edge) {
        return layer(edge.to()) != layer(edge.from()) + 1;
    }

    private boolean isStraight(Graph.Edge edge) {
        return !isFar(edge)
                && edge.from().lane().equals(edge.to().lane())
                && at(rows, edge.from().id()) == at(rows, edge.to().id());
    }

    private int climb(Graph.Edge edge) {
        int here = level(edge.from());
        return Math.abs(here - (isFar(edge) ? 100 * corridor(edge) + 99 : level(edge.to())));
    }

    private int level(Graph.Node node) {
        return 100 * laneOf(node.lane()) + at(rows, node.id());
    }

    private int layer(Graph.Node node) {
        return at(layers, node.id());
    }

    private int laneOf(String lane) {
        return at(laneNumbers, lane);
    }

    private static List<String> words(Graph.Edge edge) {
        return Wrapping.wrap(edge.name(), LETTERS, 2);
    }

    private static List<String> line(Graph.Edge edge) {
        return edge.name().isEmpty() ? List.of() : Wrapping.wrap(edge.name(), 2 * LETTERS, 1);
    }

    private static int columnWidth(Graph.Node node) {
        return switch (node.kind()) {
            case PERSON, MACHINE -> TASK_WIDTH;
            case CHOICE -> CHOICE;
            case START, WAIT, END -> EVENT_COLUMN;
        };
    }

    private static int at(Map<String, Integer> numbers, String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException(key + " has no place");
        }
        return number;
    }

    private static Shape at(Map<String, Shape> shapes, Graph.Node node) {
        Shape shape = shapes.get(node.id());
        if (shape == null) {
            throw new IllegalStateException(node.id() + " has no place");
        }
        return shape;
    }
}
