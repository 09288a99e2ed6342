package vn.haidang.casework.internal.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.StepTimer;
import vn.haidang.casework.internal.UnitRule;
import vn.haidang.casework.internal.diagram.Diagram.Box;
import vn.haidang.casework.internal.diagram.Diagram.Point;
import vn.haidang.identity.Role;
import vn.haidang.worktime.LegalDuration;

/** Whatever the procedure: nothing lies on anything else, every way begins and ends at its nodes and passes through none. */
class DiagramUnitTests {

    private static final List<String> RULES =
            List.of("competent", "receiving", "commune-11311-c", "head-of-competent", "head-of-commune-11311-c");

    private static final Graph.Words WORDS = new Graph.Words() {
        @Override
        public String lane(Procedure.Doer doer) {
            return doer.role().code() + " at the " + doer.rule().code();
        }

        @Override
        public String machine() {
            return "machine";
        }

        @Override
        public String applicant() {
            return "applicant";
        }

        @Override
        public String begins() {
            return "application";
        }

        @Override
        public String waits() {
            return "waits for the applicant";
        }

        @Override
        public String ends(String caseOutcome) {
            return caseOutcome;
        }

        @Override
        public String step(Procedure.Step step) {
            return step.name();
        }

        @Override
        public String exit(Procedure.Exit exit) {
            return exit.name();
        }
    };

    @Property(tries = 300)
    void laysOutAnyProcedure(@ForAll long seed) {
        Procedure procedure = procedure(new Random(seed));
        Diagram diagram = Diagram.of(Graph.of(procedure, WORDS));

        List<Box> nodes = diagram.shapes().stream().map(Diagram.Shape::box).toList();
        for (int i = 0; i < nodes.size(); i++) {
            assertThat(inside(nodes.get(i), diagram.pool())).isTrue();
            for (int j = i + 1; j < nodes.size(); j++) {
                assertThat(overlap(nodes.get(i), nodes.get(j))).isFalse();
            }
        }
        for (Diagram.Way way : diagram.ways()) {
            ends(diagram, way);
            for (int i = 1; i < way.points().size(); i++) {
                Point one = way.points().get(i - 1);
                Point two = way.points().get(i);
                assertThat(one.x() == two.x() || one.y() == two.y())
                        .as("level or upright")
                        .isTrue();
                nodes.forEach(node -> assertThat(crosses(one, two, node)).isFalse());
            }
        }
        assertThat(Diagram.of(Graph.of(procedure, WORDS))).isEqualTo(diagram);
    }

    @Property(tries = 100)
    void laneContainsItsNodes(@ForAll long seed) {
        Diagram diagram = Diagram.of(Graph.of(procedure(new Random(seed)), WORDS));

        for (Diagram.Shape shape : diagram.shapes()) {
            assertThat(diagram.bands().stream()
                            .filter(band ->
                                    band.lane().key().equals(shape.node().lane()))
                            .allMatch(band -> inside(shape.box(), band.box())))
                    .isTrue();
        }
    }

    @Example
    void wrapsWordsAndCutsWhatDoesNotFit() {
        assertThat(Wrapping.wrap("one two three", 8, 3)).containsExactly("one two", "three");
        assertThat(Wrapping.wrap("one two three four", 7, 2)).containsExactly("one two", "three…");
        assertThat(Wrapping.wrap("incomprehensible", 6, 1)).containsExactly("incom…");
    }

    @Example
    void tellsOpinionsAndTimersWhereTheStandardHasNoWordForThem() {
        Role head = new Role("unit-head");
        Procedure.Step step = new Procedure.Step(
                "ask",
                "Ask",
                "Ask",
                new Procedure.Doer(head, UnitRule.of("head-of-commune-11311-c")),
                null,
                null,
                null,
                false,
                new ConsultTerms(
                        "May it stand?",
                        List.of("competent", "commune-11311-c"),
                        head,
                        new ConsultTerms.Join(ConsultTerms.Rule.SOME, 2),
                        LegalDuration.parse("7d"),
                        ConsultTerms.Silence.CONSENT,
                        "a paper"),
                new StepTimer(LegalDuration.parse("3wd"), "granted"),
                List.of(new Procedure.Exit(
                        "granted",
                        "Granted",
                        "Granted",
                        Procedure.Kind.END,
                        null,
                        "done",
                        false,
                        false,
                        false,
                        null,
                        null)));
        Procedure procedure = new Procedure("p", 1, "P", "P", null, null, false, List.of(), "test", "I", List.of(step));

        String file = BpmnXml.of(procedure, Diagram.of(Graph.of(procedure, WORDS)));

        assertThat(file)
                .contains(" role=\"unit-head\" unit-rule=\"head-of-commune-11311-c\"")
                .contains("id=\"lane-unit-head-head-of-commune-11311-c\"")
                .contains(
                        "<haidang:consult question=\"May it stand?\" units=\"competent;commune-11311-c\" role=\"unit-head\""
                                + " join=\"2\" due=\"7d\" silence=\"consent\" silence-basis=\"a paper\"")
                .contains("<haidang:timer after=\"3wd\" outcome=\"granted\"");
    }

    private static void ends(Diagram diagram, Diagram.Way way) {
        Box from = box(diagram, way.edge().from());
        Box to = box(diagram, way.edge().to());
        assertThat(way.points().getFirst()).isEqualTo(new Point(from.right(), from.middleY()));
        assertThat(way.points().getLast()).isEqualTo(new Point(to.x(), to.middleY()));
    }

    private static Box box(Diagram diagram, Graph.Node node) {
        return diagram.shapes().stream()
                .filter(shape -> shape.node().equals(node))
                .findFirst()
                .orElseThrow()
                .box();
    }

    private static boolean overlap(Box one, Box two) {
        return one.x() < two.right() && two.x() < one.right() && one.y() < two.bottom() && two.y() < one.bottom();
    }

    private static boolean inside(Box inner, Box outer) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }

    private static boolean crosses(Point one, Point two, Box node) {
        return Math.min(one.x(), two.x()) < node.right()
                && Math.max(one.x(), two.x()) > node.x()
                && Math.min(one.y(), two.y()) < node.bottom()
                && Math.max(one.y(), two.y()) > node.y();
    }

    /** A made-up procedure: every step reached, exits of all kinds anywhere. */
    private static Procedure procedure(Random random) {
        int count = 1 + random.nextInt(9);
        List<Procedure.Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Procedure.Exit> exits = new ArrayList<>();
            exits.add(i + 1 < count ? exit("on", Procedure.Kind.NEXT, i + 1) : exit("on", Procedure.Kind.END, 0));
            int more = random.nextInt(4);
            for (int e = 0; e < more; e++) {
                Procedure.Kind kind = Procedure.Kind.values()[random.nextInt(Procedure.Kind.values().length)];
                exits.add(exit("way-" + e, kind, random.nextInt(count)));
            }
            steps.add(new Procedure.Step(
                    "s" + i,
                    "Step with a name " + "x".repeat(random.nextInt(30)),
                    "",
                    random.nextInt(5) == 0
                            ? null
                            : new Procedure.Doer(
                                    new Role("role" + random.nextInt(3)),
                                    UnitRule.of(RULES.get(random.nextInt(RULES.size())))),
                    null,
                    null,
                    "a/b",
                    false,
                    exits));
        }
        return new Procedure("p", 1, "P", "P", null, null, false, List.of(), "", "I", steps);
    }

    private static Procedure.Exit exit(String outcome, Procedure.Kind kind, int to) {
        boolean ends = kind == Procedure.Kind.END;
        return new Procedure.Exit(
                outcome,
                "Way " + outcome,
                "",
                kind,
                ends ? null : "s" + to,
                ends ? "done" : null,
                false,
                false,
                false,
                null);
    }
}
