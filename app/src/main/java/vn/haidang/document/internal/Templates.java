package vn.haidang.document.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The templates in force. */
@Component
public class Templates {

    /** Template code and its version in force; the texts lie beside the reference data. */
    private static final Map<String, Integer> IN_FORCE = Map.of("birth-certificate", 2, "notice-of-result", 2);

    private final Map<String, DocumentTemplate> loaded = new ConcurrentHashMap<>();

    /** One that was in force when a document was made of it. */
    public DocumentTemplate version(String code, int version) {
        return loaded.computeIfAbsent(code + "-" + version, name -> DocumentTemplate.load(code, version));
    }

    public DocumentTemplate current(String code) {
        Integer version = IN_FORCE.get(code);
        if (version == null) {
            throw new IllegalArgumentException("no template " + code);
        }
        return version(code, version);
    }
}
