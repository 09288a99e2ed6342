package vn.haidang.document.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * The names of the merge fields of a template in force, without those of lines.
     *
     * @param own the version that the authority published last, 0 where it has none of its own
     */
    public Set<String> fields(String template, int own) {
        return templates.inForce(template, own).fields().stream()
                .filter(field -> !field.contains("/"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The code by which a new document will be checked. */
    public String newCode() {
        return codes.next();
    }

    /** The address that checks the document of this code. */
    public String address(String code) {
        return codes.address(code);
    }

    /**
     * Of the template in force, with {@code check.code} and {@code check.address} among the fields.
     *
     * @param own version of the authority's own template, 0 where it has none
     */
    public Draft of(String template, int own, Map<String, String> fields, String code) {
        return made(templates.inForce(template, own), fields, code);
    }

    /** Of the template a document was made of before. */
    public Draft again(String template, int version, Map<String, String> fields, String code) {
        return made(templates.version(template, version), fields, code);
    }

    /** Of a text that is not in force, to see what it looks like. */
    public byte[] preview(DocumentTemplate template, Map<String, String> fields) {
        return made(template, fields, codes.next()).pdf();
    }

    private Draft made(DocumentTemplate template, Map<String, String> fields, String code) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("check.code", code);
        all.put("check.address", codes.page());
        return new Draft(template, renderer.render(template.merge(all), template.code()));
    }
}
