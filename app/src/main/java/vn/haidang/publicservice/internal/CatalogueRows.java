package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.ServiceSummary;
import vn.haidang.publicservice.VersionLine;
import vn.haidang.worktime.LegalDuration;

/** Reads the catalogue. */
@Component
public class CatalogueRows {

    private static final String SERVICE = """
            select v.code, v.version, coalesce(lower(v.validity), p.published_on, date '1970-01-01') as valid_from, v.name,
              v.short_name, v.name_en, v.field, v.field_en, v.tier, v.online_level, v.duration, v.time_note, v.time_note_en,
              v.fee_vnd, v.fee_note, v.fee_note_en, v.agency, v.result, v.result_en, v.legal_basis, v.audience, v.life_event,
              v.summary, v.summary_en, v.source, v.confidence, v.form, v.procedure, v.office_hours, v.after_supplement,
              v.after_supplement_source, v.document_template, v.document_kind, v.dossier_sets, f.door, f.status_owner, f.address as door_address,
              lower(f.validity) as door_from, upper(f.validity) as door_to, f.source as door_source,
              f.confidence as door_confidence,
              coalesce((select jsonb_agg(jsonb_build_object('channel', w.channel, 'duration', w.duration, 'fee', w.fee_vnd,
                  'feeKind', w.fee_kind, 'feeFor', w.fee_for, 'feeForEn', w.fee_for_en)
                  order by array_position(array['online', 'counter', 'post'], w.channel))
                from publicservice.service_channel w where w.code = v.code and w.version = v.version), '[]') as ways,
              coalesce((select jsonb_agg(jsonb_build_object('vi', t.step, 'en', t.step_en) order by t.ordinal)
                from publicservice.service_step t where t.code = v.code and t.version = v.version), '[]') as steps,
              coalesce((select jsonb_agg(jsonb_build_object('ordinal', i.ordinal, 'vi', i.item, 'en', i.item_en,
                  'required', i.required, 'registry', i.from_registry, 'note', i.note, 'noteEn', i.note_en)
                  order by i.ordinal)
                from publicservice.service_item i where i.code = v.code and i.version = v.version), '[]') as items
            from publicservice.service_version v
              left join lateral (select min(published_on) as published_on from publicservice.publication
                where code = v.code) p on true
              left join publicservice.front_door f on f.service = v.code and f.validity @> cast(:today as date)
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
                .query((row, number) -> service(row))
                .optional();
    }

    /** Without its front door; for what was handed in already. */
    public Optional<Service> version(String code, int version) {
        return version(code, version, LocalDate.EPOCH);
    }

    /** @param day on which its front door is asked for */
    public Optional<Service> version(String code, int version, LocalDate day) {
        return jdbc.sql(SERVICE + " where v.code = :code and v.version = :version")
                .param("code", code)
                .param("version", version)
                .param("today", day)
                .query((row, number) -> service(row))
                .optional();
    }

    /** Every version, newest first; one that never held a day is none. */
    public List<VersionLine> versions(String code, LocalDate today) {
        return jdbc.sql("""
                        select v.version, lower(v.validity) as first, upper(v.validity) as last,
                          case when lower(v.validity) > cast(:today as date) then 'PLANNED'
                            when v.validity @> cast(:today as date) then 'IN_FORCE'
                            when exists (select from publicservice.service_version n where n.code = v.code
                              and lower(n.validity) = upper(v.validity)) then 'SUPERSEDED'
                            else 'WITHDRAWN' end as state
                        from publicservice.service_version v
                        where v.code = :code and not isempty(v.validity) order by v.version desc
                        """)
                .param("code", code)
                .param("today", today)
                .query((row, number) -> new VersionLine(
                        code,
                        row.getInt("version"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        VersionLine.State.valueOf(row.getString("state"))))
                .list();
    }

    /** All that hold on that day, by field and name. */
    public List<Service> all(LocalDate today) {
        return jdbc.sql(SERVICE + " where v.validity @> cast(:today as date) order by v.field, v.short_name, v.code")
                .param("today", today)
                .query((row, number) -> service(row))
                .list();
    }

    /** How many versions in force were published although they lacked a mandatory part: a load brought them. */
    public long loadedLacking(LocalDate today) {
        return jdbc.sql("""
                        select count(*) from publicservice.service_version
                        where validity @> cast(:today as date) and cardinality(lacking) > 0
                        """).param("today", today).query(Long.class).single();
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

    private Service service(ResultSet row) throws SQLException {
        return ServiceMapping.service(
                row, items(row.getString("items")), ways(row.getString("ways")), steps(row.getString("steps")));
    }

    private List<Service.Way> ways(String text) {
        return List.of(json.readValue(text, StoredWay[].class)).stream()
                .map(way -> new Service.Way(
                        way.channel(),
                        way.duration() == null ? null : LegalDuration.parse(way.duration()),
                        way.fee(),
                        way.feeKind() == null ? null : Service.FeeKind.of(way.feeKind()),
                        new Bilingual(way.feeFor(), way.feeForEn())))
                .toList();
    }

    private List<Bilingual> steps(String text) {
        return List.of(json.readValue(text, Bilingual[].class));
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

    private record StoredWay(
            String channel,
            @org.jspecify.annotations.Nullable String duration,
            @org.jspecify.annotations.Nullable Long fee,
            @org.jspecify.annotations.Nullable String feeKind,
            @org.jspecify.annotations.Nullable String feeFor,
            @org.jspecify.annotations.Nullable String feeForEn) {}

    private record StoredItem(
            int ordinal,
            String vi,
            String en,
            boolean required,
            boolean registry,
            @org.jspecify.annotations.Nullable String note,
            @org.jspecify.annotations.Nullable String noteEn) {}
}
