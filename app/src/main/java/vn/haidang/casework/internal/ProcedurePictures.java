package vn.haidang.casework.internal;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.diagram.BpmnXml;
import vn.haidang.casework.internal.diagram.Diagram;
import vn.haidang.casework.internal.diagram.Graph;
import vn.haidang.identity.Roles;

/** Draws procedures in the words of a language. */
@Component
public class ProcedurePictures {

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private record Words(Roles roles, MessageSource messages, Locale locale) implements Graph.Words {

        @Override
        public String lane(Procedure.Doer doer) {
            return say("casework.procedure.doer", roles.name(doer.role(), locale), rule(doer));
        }

        @Override
        public String machine() {
            return say("casework.machine");
        }

        @Override
        public String applicant() {
            return say("casework.picture.applicant");
        }

        @Override
        public String begins() {
            return say("casework.picture.begins");
        }

        @Override
        public String waits() {
            return say("casework.picture.waits");
        }

        @Override
        public String ends(String caseOutcome) {
            return say("casework.outcome." + caseOutcome);
        }

        @Override
        public String step(Procedure.Step step) {
            return step.name(locale);
        }

        @Override
        public String exit(Procedure.Exit exit) {
            return exit.name(locale);
        }

        private String rule(Procedure.Doer doer) {
            return say("casework.unit-rule." + doer.rule().code());
        }

        private String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }

    private final Roles roles;
    private final MessageSource messages;

    ProcedurePictures(Roles roles, MessageSource messages) {
        this.roles = roles;
        this.messages = messages;
    }

    public Diagram draw(Procedure procedure, Locale locale) {
        return Diagram.of(Graph.of(procedure, new Words(roles, messages, locale)));
    }

    /** The procedure as BPMN 2.0, in Vietnamese whoever asks, so that one version is one file. */
    public String bpmn(Procedure procedure) {
        return BpmnXml.of(procedure, draw(procedure, VIETNAMESE));
    }

    /** Who does a step: a role and which unit's. */
    public String doer(Procedure.Doer doer, Locale locale) {
        return new Words(roles, messages, locale).lane(doer);
    }
}
