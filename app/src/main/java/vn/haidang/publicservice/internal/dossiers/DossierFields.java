package vn.haidang.publicservice.internal.dossiers;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the fields of services are called. */
@Component
public class DossierFields {

    private final JdbcClient jdbc;

    DossierFields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their English names, by the Vietnamese ones. */
    public Map<String, String> inEnglish() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select v.field, max(v.field_en) as field_en from publicservice.service_version v group by v.field")
                .query(row -> {
                    names.put(row.getString("field"), row.getString("field_en"));
                });
        return names;
    }
}
