package vn.haidang.casework.web.procedure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedurePictures;
import vn.haidang.casework.internal.diagram.Diagram;
import vn.haidang.casework.internal.diagram.Graph;
import vn.haidang.ui.Screen;

/**
 * The picture of a procedure, drawn on the server so that it needs no script.
 *
 * @param here the step to light, null for none
 * @param been steps a case has left already
 */
public record PictureView(
        Procedure procedure,
        ProcedurePictures pictures,
        @Nullable String here,
        Set<String> been) {

    private static final int ARROW = 8;

    public PictureView {
        been = Set.copyOf(been);
    }

    static PictureView of(Procedure procedure, ProcedurePictures pictures) {
        return new PictureView(procedure, pictures, null, Set.of());
    }

    public Diagram diagram(Screen screen) {
        return pictures.draw(procedure, screen.locale());
    }

    /** Without the margin in which other programs write the name of the whole. */
    public String viewBox(Diagram diagram) {
        int left = diagram.bands().getFirst().box().x() - 1;
        int top = diagram.pool().y() - 1;
        return left + " " + top + " " + (diagram.pool().right() - left + 1) + " "
                + (diagram.pool().bottom() - top + 1);
    }

    public int width(Diagram diagram) {
        return diagram.pool().right() - diagram.bands().getFirst().box().x() + 2;
    }

    /** What the picture says to those who do not see it; the table says the rest. */
    public String title(Screen screen) {
        String name = procedure.name(screen.locale());
        return here == null
                ? screen.say("casework.picture.title", name)
                : screen.say(
                        "casework.picture.title.here",
                        name,
                        procedure
                                .find(here)
                                .map(step -> step.name(screen.locale()))
                                .orElse(here));
    }

    public boolean isHere(Diagram.Shape shape) {
        Procedure.Step step = shape.node().step();
        return step != null && step.code().equals(here);
    }

    public boolean isBeen(Diagram.Shape shape) {
        Procedure.Step step = shape.node().step();
        return step != null && been.contains(step.code());
    }

    public static String points(Diagram.Way way) {
        return way.points().stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    /** The head of the arrow, at the end of the way. */
    public static String arrow(Diagram.Way way) {
        Diagram.Point end = way.points().getLast();
        return "M" + end.x() + " " + end.y() + "l-" + ARROW + " -4v8z";
    }

    public static String diamond(Diagram.Box box) {
        return "M" + box.x() + " " + box.middleY() + "L" + box.middleX() + " " + box.y() + "L" + box.right() + " "
                + box.middleY() + "L" + box.middleX() + " " + box.bottom() + "z";
    }

    /** The height at which each line of a label stands. */
    public static List<Integer> baselines(Diagram.Label label) {
        return IntStream.range(0, label.lines().size())
                .mapToObj(line -> label.box().y() + 11 + line * Diagram.Label.LINE)
                .toList();
    }

    public static boolean isEvent(Diagram.Shape shape) {
        return switch (shape.node().kind()) {
            case START, WAIT, END -> true;
            case PERSON, MACHINE, CHOICE -> false;
        };
    }

    public static boolean isWait(Diagram.Shape shape) {
        return shape.node().kind() == Graph.Kind.WAIT;
    }

    public static boolean isEnd(Diagram.Shape shape) {
        return shape.node().kind() == Graph.Kind.END;
    }

    public static boolean isMachine(Diagram.Shape shape) {
        return shape.node().kind() == Graph.Kind.MACHINE;
    }
}
