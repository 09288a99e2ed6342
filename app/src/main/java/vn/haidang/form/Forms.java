package vn.haidang.form;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.ui.FieldError;

/** The published form definitions and the one statement of their rules. */
@Component
public class Forms {

    /**
     * The version in force now.
     *
     * @throws vn.haidang.ui.ProblemException {@code form/no-such-form}
     */
    public FormDefinition current(String code) {
        throw new UnsupportedOperationException();
    }

    /** @throws vn.haidang.ui.ProblemException {@code form/no-such-form} */
    public FormDefinition version(String code, int version) {
        throw new UnsupportedOperationException();
    }

    /** Writes the parameters of a sent page down as answers; never throws, never drops what was typed. */
    public Map<String, String> bind(FormDefinition.Page page, Map<String, String[]> parameters) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with the answers of one page, in the order of its fields; empty when nothing is. */
    public List<FieldError> check(FormDefinition form, FormDefinition.Page page, Map<String, String> answers) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with a whole form: code of each page at fault with its errors, in order; empty when it may be handed in. */
    public Map<String, List<FieldError>> check(FormDefinition form, Map<String, String> answers) {
        throw new UnsupportedOperationException();
    }
}
