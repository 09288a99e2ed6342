package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.Service;

/**
 * The check of the seven mandatory parts that every version goes through when it is published. From the desk nothing is published that
 * lacks one; what a load of reference data brings stands for what no source tells, so it is published with what it lacks recorded.
 */
@Component
class PublishedParts {

    private static final Logger log = LoggerFactory.getLogger(PublishedParts.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CatalogueRows catalogue;

    PublishedParts(JdbcClient jdbc, JsonMapper json, CatalogueRows catalogue) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalogue = catalogue;
    }

    private record Lacking(String code, int version, List<String> parts) {}

    /** The parts that the version lacks which begins on that day, recorded with it. */
    List<Part> ofOne(String code, LocalDate from) {
        Service service = catalogue.current(code, from).orElseThrow();
        record(List.of(service));
        return service.missing();
    }

    /** What the loaded versions lack, recorded with each; how many lack which, to be told. */
    String ofLoaded(List<String> codes, LocalDate from) {
        List<Service> published = catalogue.all(from).stream()
                .filter(service -> codes.contains(service.code()))
                .toList();
        record(published);
        String told = told(published);
        log.info("Catalogue: versions published that lack a mandatory part: {}", told);
        return told;
    }

    private void record(List<Service> published) {
        jdbc.sql("""
                        update publicservice.service_version v set lacking = array(select jsonb_array_elements_text(r.parts))
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text, version int, parts jsonb)
                        where v.code = r.code and v.version = r.version
                        """)
                .param(
                        "rows",
                        json.writeValueAsString(published.stream()
                                .map(service -> new Lacking(
                                        service.code(),
                                        service.version(),
                                        service.missing().stream()
                                                .map(Part::code)
                                                .toList()))
                                .toList()))
                .update();
    }

    private static String told(List<Service> published) {
        Map<String, Long> each = new LinkedHashMap<>();
        Arrays.stream(Part.values()).forEach(part -> {
            long lacking = published.stream()
                    .filter(service -> service.missing().contains(part))
                    .count();
            if (lacking > 0) {
                each.put(part.code(), lacking);
            }
        });
        long any = published.stream()
                .filter(service -> !service.missing().isEmpty())
                .count();
        String head = any + " of " + published.size();
        return each.isEmpty()
                ? head
                : head
                        + each.entrySet().stream()
                                .map(part -> part.getKey() + " " + part.getValue())
                                .collect(Collectors.joining(", ", ": ", ""));
    }
}
