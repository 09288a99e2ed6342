package vn.haidang.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;

/** Draws questions and answers for the modules that ask them. */
@Component
public class QuestionView {

    /**
     * One page of questions: error summary, heading, fields with what is known and where from. The caller draws the
     * {@code <form method="post" enctype="multipart/form-data" novalidate>} around it, with csrf and its buttons.
     */
    public Fragment question(Draft draft, String page, List<FieldError> errors) {
        throw new UnsupportedOperationException();
    }

    /**
     * All answers in the order of the form, for checking them and for whoever decides.
     *
     * @param changePath prefix of the address of each page, ending in {@code /}; null where nothing can be changed
     * @param filePath prefix of the address of each file, ending in {@code /}; null where files cannot be opened
     */
    public Fragment answers(
            FormDefinition form, Map<String, Answer> answers, @Nullable String changePath, @Nullable String filePath) {
        throw new UnsupportedOperationException();
    }
}
