package vn.haidang.document.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Fills templates and makes PDF of them. */
@Component
public class DocumentText {

    /** A document before it is signed. */
    public record Draft(DocumentTemplate template, byte[] pdf) {}

    private final Templates templates;
    private final PdfRenderer renderer;
    private final CheckCodes codes;

    DocumentText(Templates templates, PdfRenderer renderer, CheckCodes codes) {
        this.templates = templates;
        this.renderer = renderer;
        this.codes = codes;
    }

    /** The names of the merge fields of a template. */
    public Set<String> fields(String template) {
        return templates.current(template).fields();
    }

    /** The code by which a new document will be checked. */
    public String newCode() {
        return codes.next();
    }

    /** The address that checks the document of this code. */
    public String address(String code) {
        return codes.address(code);
    }

    /** With {@code check.code} and {@code check.address} among the fields. */
    public Draft of(String template, Map<String, String> fields, String code) {
        DocumentTemplate current = templates.current(template);
        Map<String, String> all = new HashMap<>(fields);
        all.put("check.code", code);
        all.put("check.address", codes.page());
        return new Draft(current, renderer.render(current.merge(all), template));
    }
}
