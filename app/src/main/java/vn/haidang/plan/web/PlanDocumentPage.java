package vn.haidang.plan.web;

import java.util.List;
import vn.haidang.plan.PlanDocument;

/**
 * A new document before it is saved.
 *
 * @param token stands for what was shown; saving asks for it again
 */
public record PlanDocumentPage(TypedTarget typed, PlanDocument document, String token) {

    /** The fields of the form, to come back unchanged. */
    public List<String> fields() {
        return List.of("key", "number", "issued", "title", "title-en", "issuer", "note", "source", "confidence");
    }
}
