package vn.haidang.publicservice.internal;

import vn.haidang.ui.ProblemException;

/** Says of a refusal where the file was chosen. */
public interface RefusedFile {

    String field();

    /** That field; where the refusal does not know it, {@code otherwise}. */
    static String field(ProblemException refused, String otherwise) {
        return refused instanceof RefusedFile file ? file.field() : otherwise;
    }
}
