package vn.haidang.publicservice.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.spi.CaseTitles;

/** A case of an application bears the short name its service had that day; this is the English name beside it. */
@Component
class ServiceTitles implements CaseTitles {

    private final JdbcClient jdbc;

    ServiceTitles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> inEnglish(Set<String> titles) {
        Map<String, String> english = new HashMap<>();
        jdbc.sql("""
                        select distinct on (v.short_name) v.short_name, v.name_en
                        from publicservice.service_version v
                        where v.short_name = any (:titles) and v.name_en <> ''
                        order by v.short_name, lower(v.validity) desc, v.code, v.version desc
                        """).param("titles", titles.toArray(String[]::new)).query(row -> {
            english.put(row.getString("short_name"), row.getString("name_en"));
        });
        return english;
    }
}
