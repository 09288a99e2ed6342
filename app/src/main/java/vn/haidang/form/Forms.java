package vn.haidang.form;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.form.internal.Binding;
import vn.haidang.form.internal.Checks;
import vn.haidang.form.internal.Definitions;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;

/** The published form definitions and the one statement of their rules. */
@Component
public class Forms {

    private final Definitions definitions;
    private final Checks checks;

    Forms(Definitions definitions, Checks checks) {
        this.definitions = definitions;
        this.checks = checks;
    }

    /** The codes of all forms in force, in alphabetical order. */
    public List<String> codes() {
        return definitions.codes();
    }

    /**
     * The version in force now.
     *
     * @throws vn.haidang.ui.ProblemException {@code form/no-such-form}
     */
    public FormDefinition current(String code) {
        return definitions
                .current(code)
                .orElseThrow(() -> Problem.of("form/no-such-form", 404, code).exception());
    }

    /** @throws vn.haidang.ui.ProblemException {@code form/no-such-form} */
    public FormDefinition version(String code, int version) {
        return definitions
                .version(code, version)
                .orElseThrow(() -> Problem.of("form/no-such-form", 404, code).exception());
    }

    /**
     * Writes the parameters of a sent page down as answers; never throws, never drops what was typed. Composed (NFC), without
     * blanks around; a date comes in {@code <field>-day}, {@code -month}, {@code -year} or whole. Files are not among them.
     */
    public Map<String, String> bind(FormDefinition.Page page, Map<String, String[]> parameters) {
        return Binding.bind(page, parameters);
    }

    /** What is wrong with the answers of one page, in the order of its fields; empty when nothing is. */
    public List<FieldError> check(FormDefinition form, FormDefinition.Page page, Map<String, String> answers) {
        return checks.page(form, page, answers);
    }

    /** What is wrong with a whole form: code of each page at fault with its errors, in order; empty when it may be handed in. */
    public Map<String, List<FieldError>> check(FormDefinition form, Map<String, String> answers) {
        return checks.form(form, answers);
    }
}
