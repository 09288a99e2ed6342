package vn.haidang.document.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The templates in force: those shipped, and in their place those that the authority published itself. A version never changes once a
 * document can have been made of it.
 */
@Component
public class Templates {

    /** The first version of an authority's own, so that a later release never ships the same number. */
    static final int FIRST_OWN = 1001;

    /** Template code and the shipped version in force; the texts lie beside the reference data. */
    private static final Map<String, Integer> SHIPPED = Map.of(
            "birth-certificate", 2,
            "notice-of-result", 2,
            "form-01-receipt", 2,
            "form-02-supplement-request", 2,
            "form-03-refusal", 2,
            "form-04-apology", 2,
            "form-05-stop", 2,
            "form-06-control-slip", 2,
            "form-07-register", 2);

    private final TemplateRows rows;
    private final Map<String, DocumentTemplate> loaded = new ConcurrentHashMap<>();

    Templates(TemplateRows rows) {
        this.rows = rows;
    }

    /** All codes, in order. */
    public List<String> codes() {
        return List.copyOf(new TreeMap<>(SHIPPED).keySet());
    }

    public boolean knows(String code) {
        return SHIPPED.containsKey(code);
    }

    /** One that was in force when a document was made of it. */
    public DocumentTemplate version(String code, int version) {
        return loaded.computeIfAbsent(
                code + "-" + version,
                name -> version < FIRST_OWN
                        ? DocumentTemplate.load(code, version)
                        : rows.published(code, version).orElseThrow());
    }

    /** As the product ships it. */
    public DocumentTemplate shipped(String code) {
        Integer version = SHIPPED.get(code);
        if (version == null) {
            throw new IllegalArgumentException("no template " + code);
        }
        return version(code, version);
    }

    /** @param own the version that the authority published last, 0 where it has none of its own */
    DocumentTemplate inForce(String code, int own) {
        return own == 0 ? shipped(code) : version(code, own);
    }
}
