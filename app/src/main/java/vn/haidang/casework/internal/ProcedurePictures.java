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

    private record Words(Roles roles, StepUnits units, MessageSource messages, Locale locale) implements Graph.Words {

        @Override
        public String lane(Procedure.Doer doer) {
            String place = place(doer.rule().place());
            return doer.rule().ofHead()
                    ? say("casework.procedure.head-of", place)
                    : say("casework.procedure.doer", roles.name(doer.role(), locale), place);
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

        private String place(UnitRule.Place place) {
            return switch (place) {
                case UnitRule.Own own -> say("casework.unit-rule." + own.code());
                case UnitRule.Named named -> units.name(named.key(), locale);
            };
        }

        private String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }

    private final Roles roles;
    private final StepUnits units;
    private final MessageSource messages;

    ProcedurePictures(Roles roles, StepUnits units, MessageSource messages) {
        this.roles = roles;
        this.units = units;
        this.messages = messages;
    }

    public Diagram draw(Procedure procedure, Locale locale) {
        return Diagram.of(Graph.of(procedure, new Words(roles, units, messages, locale)));
    }

    /** The procedure as BPMN 2.0, in Vietnamese whoever asks, so that one version is one file. */
    public String bpmn(Procedure procedure) {
        return BpmnXml.of(procedure, draw(procedure, VIETNAMESE));
    }

    /** Who does a step: a role and which unit's, or the head of a unit. */
    public String doer(Procedure.Doer doer, Locale locale) {
        return new Words(roles, units, messages, locale).lane(doer);
    }
}
