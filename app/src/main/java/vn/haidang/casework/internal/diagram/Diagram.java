package vn.haidang.casework.internal.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A graph with the place of everything in it, in pixels from the upper left corner. */
public record Diagram(Graph graph, Box pool, List<Band> bands, List<Shape> shapes, List<Way> ways) {

    /** A point. */
    public record Point(int x, int y) {}

    /** A rectangle. */
    public record Box(int x, int y, int width, int height) {

        public int right() {
            return x + width;
        }

        public int bottom() {
            return y + height;
        }

        public int middleX() {
            return x + width / 2;
        }

        public int middleY() {
            return y + height / 2;
        }
    }

    /** Words in lines, at most as wide as their box. */
    public record Label(Box box, List<String> lines) {

        public static final int LINE = 14;

        public Label {
            lines = List.copyOf(lines);
        }
    }

    /** A lane from left to right. */
    public record Band(Graph.Lane lane, Box box, Label label) {}

    /** A node in its place; the words of a task stand inside it. */
    public record Shape(Graph.Node node, Box box, @Nullable Label label) {}

    /** A flow with its corners; only level and upright pieces. */
    public record Way(
            Graph.Edge edge, List<Point> points, @Nullable Label label) {

        public Way {
            points = List.copyOf(points);
        }
    }

    public Diagram {
        bands = List.copyOf(bands);
        shapes = List.copyOf(shapes);
        ways = List.copyOf(ways);
    }

    /** Lays the graph out: columns by distance from the start, lanes by who works in them, no way through anything. */
    public static Diagram of(Graph graph) {
        return new Layout(graph).diagram();
    }
}
