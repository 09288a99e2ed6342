package vn.haidang.casework.internal.diagram;

import java.io.StringWriter;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.StepTimer;
import vn.haidang.casework.internal.diagram.Diagram.Box;
import vn.haidang.casework.internal.diagram.Diagram.Label;

/**
 * A procedure as BPMN 2.0 with its diagram (OMG, formal/2013-12-09). Steps are user and service tasks, the ways out of a step flows
 * behind an exclusive gateway that asks the variable {@code outcome}, a supplement a message that is waited for. What BPMN has no
 * word for (role, unit, time, two different people, opinions asked and what silence means) stands in extension elements of namespace {@value #OWN}.
 */
public final class BpmnXml {

    public static final String OWN = "urn:haidang:procedure";

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String POINTS = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String SUPPLEMENT = "message-supplement";

    private final Procedure procedure;
    private final Diagram diagram;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    private BpmnXml(Procedure procedure, Diagram diagram) throws XMLStreamException {
        this.procedure = procedure;
        this.diagram = diagram;
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /** The same procedure gives the same text. */
    public static String of(Procedure procedure, Diagram diagram) {
        try {
            BpmnXml file = new BpmnXml(procedure, diagram);
            file.write();
            return file.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The id of the process inside the file. */
    public static String process(Procedure procedure) {
        return "procedure-" + procedure.code() + "-" + procedure.version();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("bpmn:definitions");
        xml.writeNamespace("bpmn", BPMN);
        xml.writeNamespace("bpmndi", DIAGRAM);
        xml.writeNamespace("dc", BOUNDS);
        xml.writeNamespace("di", POINTS);
        xml.writeNamespace("xsi", SCHEMA);
        xml.writeNamespace("haidang", OWN);
        attribute("id", "definitions");
        attribute("targetNamespace", OWN + ":" + procedure.code());
        attribute("exporter", "Haidang");
        if (graph().nodes().stream().anyMatch(node -> node.kind() == Graph.Kind.WAIT)) {
            single("bpmn:message", "id", SUPPLEMENT, "name", "supplement");
        }
        open("bpmn:collaboration", "id", "collaboration");
        single("bpmn:participant", "id", "participant", "name", procedure.name(), "processRef", process(procedure));
        close();
        process();
        diagram();
        close();
        xml.writeEndDocument();
    }

    private void process() throws XMLStreamException {
        open("bpmn:process");
        attribute("id", process(procedure));
        attribute("name", procedure.name());
        attribute("isExecutable", "true");
        words("bpmn:documentation", procedure.source());
        open("bpmn:laneSet", "id", "lanes");
        for (Graph.Lane lane : graph().lanes()) {
            open("bpmn:lane");
            attribute("id", "lane-" + lane.key());
            attribute("name", lane.name());
            for (Graph.Node node : graph().nodes()) {
                if (node.lane().equals(lane.key())) {
                    words("bpmn:flowNodeRef", node.id());
                }
            }
            close();
        }
        close();
        for (Graph.Node node : graph().nodes()) {
            node(node);
        }
        for (Graph.Edge edge : graph().edges()) {
            flow(edge);
        }
        close();
    }

    private void node(Graph.Node node) throws XMLStreamException {
        open(element(node.kind()));
        attribute("id", node.id());
        if (!node.name().isEmpty()) {
            attribute("name", node.name());
        }
        Procedure.Step step = node.step();
        if (step != null) {
            extension(step);
        } else if (node.ending() != null) {
            open("bpmn:extensionElements");
            single("haidang:end", "case-outcome", node.ending());
            close();
        }
        flows("bpmn:incoming", node, Graph.Edge::to);
        flows("bpmn:outgoing", node, Graph.Edge::from);
        if (node.kind() == Graph.Kind.WAIT) {
            single("bpmn:messageEventDefinition", "id", node.id() + "-message", "messageRef", SUPPLEMENT);
        }
        close();
    }

    private static String element(Graph.Kind kind) {
        return switch (kind) {
            case START -> "bpmn:startEvent";
            case PERSON -> "bpmn:userTask";
            case MACHINE -> "bpmn:serviceTask";
            case CHOICE -> "bpmn:exclusiveGateway";
            case WAIT -> "bpmn:intermediateCatchEvent";
            case END -> "bpmn:endEvent";
        };
    }

    private void extension(Procedure.Step step) throws XMLStreamException {
        Procedure.Doer doer = step.doer();
        open("bpmn:extensionElements");
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEmptyElement("haidang:step");
        attribute("code", step.code());
        attribute("role", doer == null ? null : doer.role().code());
        attribute("unit-rule", doer == null ? null : doer.rule().code());
        attribute("duration", step.duration() == null ? null : step.duration().code());
        attribute("four-eyes-group", step.fourEyesGroup());
        attribute("handler", step.handler());
        attribute("on-paper", step.onPaper() ? "true" : null);
        consult(step.consult());
        timer(step.timer());
        close();
    }

    private void consult(@Nullable ConsultTerms terms) throws XMLStreamException {
        if (terms != null) {
            single(
                    "haidang:consult",
                    "question",
                    terms.question(),
                    "units",
                    String.join(";", terms.units()),
                    "role",
                    terms.role().code(),
                    "join",
                    terms.join().code(),
                    "due",
                    terms.due().code(),
                    "silence",
                    terms.silence().code());
            attribute("silence-basis", terms.basis());
        }
    }

    private void timer(@Nullable StepTimer timer) throws XMLStreamException {
        if (timer != null) {
            single("haidang:timer", "after", timer.after().code(), "outcome", timer.outcome());
        }
    }

    private void flows(String element, Graph.Node node, Function<Graph.Edge, Graph.Node> end)
            throws XMLStreamException {
        for (Graph.Edge edge : graph().edges()) {
            if (end.apply(edge).id().equals(node.id())) {
                words(element, edge.id());
            }
        }
    }

    private void flow(Graph.Edge edge) throws XMLStreamException {
        open("bpmn:sequenceFlow");
        attribute("id", edge.id());
        if (!edge.name().isEmpty()) {
            attribute("name", edge.name());
        }
        attribute("sourceRef", edge.from().id());
        attribute("targetRef", edge.to().id());
        Procedure.Exit exit = edge.exit();
        if (exit != null) {
            open("bpmn:extensionElements");
            xml.writeCharacters("\n" + "  ".repeat(depth));
            xml.writeEmptyElement("haidang:exit");
            attribute("outcome", exit.outcome());
            attribute("kind", exit.kind().code());
            attribute("needs-reason", exit.needsReason() ? "true" : null);
            attribute("tells-applicant", exit.tellsApplicant() ? "true" : null);
            attribute("legal-basis", exit.legalBasis());
            attribute(
                    "condition",
                    exit.condition() == null ? null : exit.condition().source());
            close();
            if (edge.from().kind() == Graph.Kind.CHOICE) {
                xml.writeCharacters("\n" + "  ".repeat(depth));
                xml.writeStartElement("bpmn:conditionExpression");
                xml.writeAttribute("xsi:type", "bpmn:tFormalExpression");
                xml.writeCharacters("${outcome == '" + exit.outcome() + "'}");
                xml.writeEndElement();
            }
        }
        close();
    }

    private void diagram() throws XMLStreamException {
        open("bpmndi:BPMNDiagram", "id", "diagram");
        open("bpmndi:BPMNPlane");
        attribute("id", "plane");
        attribute("bpmnElement", "collaboration");
        shape("participant", diagram.pool(), null, "isHorizontal");
        for (Diagram.Band band : diagram.bands()) {
            shape("lane-" + band.lane().key(), band.box(), null, "isHorizontal");
        }
        for (Diagram.Shape shape : diagram.shapes()) {
            boolean task = shape.node().step() != null;
            shape(
                    shape.node().id(),
                    shape.box(),
                    task ? null : shape.label(),
                    shape.node().kind() == Graph.Kind.CHOICE ? "isMarkerVisible" : null);
        }
        for (Diagram.Way way : diagram.ways()) {
            open("bpmndi:BPMNEdge");
            attribute("id", way.edge().id() + "-di");
            attribute("bpmnElement", way.edge().id());
            for (Diagram.Point point : way.points()) {
                single("di:waypoint", "x", String.valueOf(point.x()), "y", String.valueOf(point.y()));
            }
            label(way.label());
            close();
        }
        close();
        close();
    }

    private void shape(String element, Box box, @Nullable Label label, @Nullable String mark)
            throws XMLStreamException {
        open("bpmndi:BPMNShape");
        attribute("id", element + "-di");
        attribute("bpmnElement", element);
        if (mark != null) {
            attribute(mark, "true");
        }
        bounds(box);
        label(label);
        close();
    }

    private void label(@Nullable Label label) throws XMLStreamException {
        if (label != null) {
            open("bpmndi:BPMNLabel");
            bounds(label.box());
            close();
        }
    }

    private void bounds(Box box) throws XMLStreamException {
        single(
                "dc:Bounds",
                "x",
                String.valueOf(box.x()),
                "y",
                String.valueOf(box.y()),
                "width",
                String.valueOf(box.width()),
                "height",
                String.valueOf(box.height()));
    }

    private Graph graph() {
        return diagram.graph();
    }

    // -- writing

    private void open(String element, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
        attributes(attributes);
        depth++;
    }

    private void close() throws XMLStreamException {
        depth--;
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private void single(String element, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void words(String element, String words) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private void attribute(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, value);
        }
    }
}
