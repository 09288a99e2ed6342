package vn.haidang.document.internal;

import java.util.HashMap;
import java.util.Map;
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
        return made(templates.current(template), fields, code);
    }

    /** As {@link #of(String, Map, String)}, of the template a document was made of before. */
    public Draft of(String template, int version, Map<String, String> fields, String code) {
        return made(templates.version(template, version), fields, code);
    }

    private Draft made(DocumentTemplate template, Map<String, String> fields, String code) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("check.code", code);
        all.put("check.address", codes.page());
        return new Draft(template, renderer.render(template.merge(all), template.code()));
    }
}
