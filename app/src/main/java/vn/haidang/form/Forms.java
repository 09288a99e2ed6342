package vn.haidang.form;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.ui.FieldError;

/** The published form definitions and the one statement of their rules. */
@Component
public class Forms {

    /** The version in force now. */
    public FormDefinition current(String code) {
        throw new UnsupportedOperationException();
    }

    public FormDefinition version(String code, int version) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with the answers of one page, in the order of its fields; empty when nothing is. */
    public List<FieldError> check(FormDefinition form, FormDefinition.Page page, Map<String, String> answers) {
        throw new UnsupportedOperationException();
    }
}
