package vn.haidang.casework.internal.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Procedure;

/**
 * A procedure as BPMN speaks of it: who works in which lane, the steps as tasks, the ways out of a step as flows behind a gateway,
 * waiting for the applicant as an event of the applicant.
 */
public record Graph(List<Lane> lanes, List<Node> nodes, List<Edge> edges) {

    /** What a node is. */
    public enum Kind {
        START,
        PERSON,
        MACHINE,
        CHOICE,
        WAIT,
        END
    }

    /** Who works here; {@code key} tells lanes apart. */
    public record Lane(String key, String name) {}

    /**
     * One thing in the picture.
     *
     * @param lane key of its lane
     * @param step the step it shows, null for the others
     * @param ending how a case ends here, null for the others
     */
    public record Node(
            String id,
            Kind kind,
            String name,
            String lane,
            Procedure.@Nullable Step step,
            @Nullable String ending) {}

    /**
     * One way from a node to another.
     *
     * @param name empty where there is no choice
     * @param exit the way out of a step it shows, null for the others
     * @param back whether people think of it as a return
     */
    public record Edge(String id, Node from, Node to, String name, Procedure.@Nullable Exit exit, boolean back) {}

    /** The words that are not in the procedure itself. */
    public interface Words {
        String lane(Procedure.Doer doer);

        String machine();

        String applicant();

        String begins();

        String waits();

        String ends(String caseOutcome);

        String step(Procedure.Step step);

        String exit(Procedure.Exit exit);
    }

    private static final String APPLICANT = "applicant";
    private static final String MACHINE = "machine";

    public Graph {
        lanes = List.copyOf(lanes);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** Names of nodes and flows are made of codes, so the same table gives the same names again. */
    public static Graph of(Procedure procedure, Words words) {
        return new Drawing(procedure, words).graph();
    }

    /** The task of a step. */
    public static String task(String step) {
        return "step-" + step;
    }

    private static final class Drawing {

        private final Procedure procedure;
        private final Words words;
        private final Map<String, Lane> lanes = new LinkedHashMap<>();
        private final Map<String, Node> tasks = new LinkedHashMap<>();
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();

        private Drawing(Procedure procedure, Words words) {
            this.procedure = procedure;
            this.words = words;
        }

        private Graph graph() {
            lanes.put(APPLICANT, new Lane(APPLICANT, words.applicant()));
            Node start = add("start", Kind.START, words.begins(), APPLICANT, null);
            for (Procedure.Step step : procedure.steps()) {
                Node task = new Node(
                        task(step.code()),
                        step.doer() == null ? Kind.MACHINE : Kind.PERSON,
                        words.step(step),
                        lane(step),
                        step,
                        null);
                tasks.put(step.code(), task);
            }
            edges.add(new Edge("flow-start", start, taskOf(procedure.first()), "", null, false));
            for (Procedure.Step step : procedure.steps()) {
                ways(step, taskOf(step));
            }
            return new Graph(List.copyOf(lanes.values()), nodes, edges);
        }

        private void ways(Procedure.Step step, Node task) {
            nodes.add(task);
            Node from = task;
            boolean choice = step.exits().size() > 1;
            if (choice) {
                from = add("choice-" + step.code(), Kind.CHOICE, "", task.lane(), null);
                edges.add(new Edge("flow-" + step.code(), task, from, "", null, false));
            }
            for (Procedure.Exit exit : step.exits()) {
                way(step, exit, from, choice ? words.exit(exit) : "");
            }
        }

        private void way(Procedure.Step step, Procedure.Exit exit, Node from, String name) {
            int number = step.exits(exit.outcome()).indexOf(exit) + 1;
            String id = step.code() + "-" + exit.outcome() + (number == 1 ? "" : "-way-" + number);
            switch (exit.kind()) {
                case END -> {
                    String ending = String.valueOf(exit.caseOutcome());
                    Node end = add("end-" + id, Kind.END, words.ends(ending), from.lane(), ending);
                    edges.add(new Edge("flow-" + id, from, end, name, exit, false));
                }
                case SUPPLEMENT -> {
                    Node wait = add("wait-" + id, Kind.WAIT, words.waits(), APPLICANT, null);
                    edges.add(new Edge("flow-" + id, from, wait, name, exit, false));
                    edges.add(new Edge("flow-" + id + "-on", wait, target(exit), "", null, true));
                }
                case NEXT, BACK ->
                    edges.add(
                            new Edge("flow-" + id, from, target(exit), name, exit, exit.kind() == Procedure.Kind.BACK));
            }
        }

        private Node target(Procedure.Exit exit) {
            return taskOf(procedure.step(String.valueOf(exit.toStep())));
        }

        private Node taskOf(Procedure.Step step) {
            Node task = tasks.get(step.code());
            if (task == null) {
                throw new IllegalStateException(step.code() + " is no step of " + procedure.code());
            }
            return task;
        }

        private Node add(String id, Kind kind, String name, String lane, @Nullable String ending) {
            Node node = new Node(id, kind, name, lane, null, ending);
            nodes.add(node);
            return node;
        }

        private String lane(Procedure.Step step) {
            Procedure.Doer doer = step.doer();
            String key = doer == null
                    ? MACHINE
                    : doer.role().code() + "-" + doer.rule().code();
            lanes.computeIfAbsent(key, ignored -> new Lane(key, doer == null ? words.machine() : words.lane(doer)));
            return key;
        }
    }
}
