package vn.haidang.publicservice.internal.own;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.registry.KeptResult;

/** Which application each result of an own store came of, and which unit answered it. */
@Component
public class ResultOrigins {

    /**
     * What a result is the result of.
     *
     * @param unit that decided and issued
     */
    public record Origin(
            ApplicationId application, String dossierCode, String service, String serviceEn, UnitId unit) {}

    private final JdbcClient jdbc;

    ResultOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the file of the result, those that came of an application here. */
    public Map<UUID, Origin> among(List<KeptResult> results) {
        Map<UUID, Origin> origins = new HashMap<>();
        if (!results.isEmpty()) {
            jdbc.sql("""
                            select r.file, a.id, a.dossier_code, v.short_name, v.name_en, k.competent_unit
                            from publicservice.result r
                            join publicservice.application a on a.id = r.application
                            join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
                            join casework.pub_case k on k.id = a.case_id
                            where r.file = any (:files)
                            """)
                    .param("files", results.stream().map(KeptResult::file).toArray(UUID[]::new))
                    .query(row -> {
                        origins.put(
                                row.getObject("file", UUID.class),
                                new Origin(
                                        new ApplicationId(row.getObject("id", UUID.class)),
                                        row.getString("dossier_code"),
                                        row.getString("short_name"),
                                        row.getString("name_en"),
                                        new UnitId(row.getObject("competent_unit", UUID.class))));
                    });
        }
        return origins;
    }
}
