package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.ServiceSummary;

/** Reads the catalogue. */
@Component
public class CatalogueRows {

    private static final String SERVICE = """
            select v.code, v.version, coalesce(lower(v.validity), p.published_on, date '1970-01-01') as valid_from, v.name,
              v.short_name, v.name_en, v.field, v.field_en, v.tier, v.online_level, v.duration, v.time_note, v.time_note_en,
              v.fee_vnd, v.fee_note, v.fee_note_en, v.agency, v.result, v.result_en, v.legal_basis, v.audience, v.life_event,
              v.summary, v.summary_en, v.source, v.confidence, v.form, v.procedure, v.office_hours, v.after_supplement,
              v.after_supplement_source, v.document_template, v.document_kind,
              coalesce((select jsonb_agg(jsonb_build_object('ordinal', i.ordinal, 'vi', i.item, 'en', i.item_en,
                  'required', i.required, 'registry', i.from_registry, 'note', i.note, 'noteEn', i.note_en)
                  order by i.ordinal)
                from publicservice.service_item i where i.code = v.code and i.version = v.version), '[]') as items
            from publicservice.service_version v
              left join lateral (select min(published_on) as published_on from publicservice.publication
                where code = v.code) p on true
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CatalogueRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Service> current(String code, LocalDate today) {
        return jdbc.sql(SERVICE + " where v.code = :code and v.validity @> cast(:today as date)")
                .param("code", code)
                .param("today", today)
                .query((row, number) -> ServiceMapping.service(row, items(row.getString("items"))))
                .optional();
    }

    public Optional<Service> version(String code, int version) {
        return jdbc.sql(SERVICE + " where v.code = :code and v.version = :version")
                .param("code", code)
                .param("version", version)
                .query((row, number) -> ServiceMapping.service(row, items(row.getString("items"))))
                .optional();
    }

    public List<ServiceSummary> popular(LocalDate today, int atMost) {
        return jdbc.sql("""
                        select %s
                        from publicservice.service_version v
                          left join (select service_code, count(*) as handed_in from publicservice.application
                            where submitted_on > cast(:today as date) - 90 group by service_code) a on a.service_code = v.code
                        where v.validity @> cast(:today as date)
                        order by coalesce(a.handed_in, 0) desc, (v.form is not null) desc, (v.online_level = 'full') desc, v.code
                        limit :most
                        """.formatted(ServiceMapping.SUMMARY_COLUMNS))
                .param("today", today)
                .param("most", atMost)
                .query((row, number) -> ServiceMapping.summary(row))
                .list();
    }

    private List<Service.Item> items(String text) {
        return List.of(json.readValue(text, StoredItem[].class)).stream()
                .map(item -> new Service.Item(
                        item.ordinal(),
                        new Bilingual(item.vi(), item.en()),
                        item.required(),
                        item.registry(),
                        new Bilingual(item.note(), item.noteEn())))
                .toList();
    }

    private record StoredItem(
            int ordinal,
            String vi,
            String en,
            boolean required,
            boolean registry,
            @org.jspecify.annotations.Nullable String note,
            @org.jspecify.annotations.Nullable String noteEn) {}
}
