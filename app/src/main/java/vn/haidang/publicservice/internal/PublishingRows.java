package vn.haidang.publicservice.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;

/** The set-based statements of publishing. */
@Component
class PublishingRows {

    private static final String HASHED = """
            with said as (
              select s.code, md5(string_agg(r.source_table || r.ordinal || r.content::text, '|'
                order by r.source_table, r.ordinal)) as content_hash
              from publicservice.source_row s join publicservice.source_row r on r.code = s.code
              where s.source_table = 'service'
              group by s.code
            )
            """;

    private final JdbcClient jdbc;

    PublishingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether every table has been loaded once; half a catalogue is not published. */
    boolean complete() {
        return jdbc.sql("select count(distinct source_table) = 7 from publicservice.source_row")
                .query(Boolean.class)
                .single();
    }

    List<String> changed(LocalDate today) {
        return jdbc.sql(HASHED + """
                        select s.code from said s
                        where not exists (select from publicservice.service_version v
                          where v.code = s.code and v.validity && daterange(cast(:today as date), null)
                            and v.content_hash = s.content_hash)
                        order by s.code
                        """)
                .param("today", today)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<String> gone(LocalDate today) {
        return jdbc.sql("""
                        select v.code from publicservice.service_version v
                        where v.validity @> cast(:today as date) and not exists (select from publicservice.source_row s
                          where s.source_table = 'service' and s.code = v.code)
                        order by v.code
                        """)
                .param("today", today)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Whether a version begins after that day. */
    boolean plannedAfter(String code, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from publicservice.service_version
                          where code = :code and lower(validity) > cast(:day as date))
                        """)
                .param("code", code)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void close(LocalDate today, List<String> codes) {
        jdbc.sql("""
                        update publicservice.service_version
                        set validity = daterange(lower(validity), cast(:today as date))
                        where code = any (:codes) and validity @> cast(:today as date)
                        """).param("codes", array(codes)).param("today", today).update();
    }

    void insertVersions(LocalDate today, List<String> codes) {
        jdbc.sql(HASHED + """
                        insert into publicservice.service_version (code, version, validity, content_hash, name, short_name, name_en,
                          field, field_en, tier, online_level, duration, time_note, time_note_en, fee_vnd, fee_note, fee_note_en,
                          agency, result, result_en, legal_basis, audience, life_event, keywords, summary, summary_en, source,
                          confidence, form, procedure, office_hours, after_supplement, after_supplement_source,
                          document_template, document_kind, dossier_sets)
                        select r.code,
                          coalesce((select max(v.version) from publicservice.service_version v where v.code = r.code), 0) + 1,
                          daterange(cast(:today as date), null), s.content_hash,
                          r.content ->> 'name', r.content ->> 'shortName', r.content ->> 'nameEn', r.content ->> 'field',
                          r.content ->> 'fieldEn', r.content ->> 'tier', r.content ->> 'level', r.content ->> 'duration',
                          r.content ->> 'timeNote', r.content ->> 'timeNoteEn', cast(r.content ->> 'fee' as bigint),
                          r.content ->> 'feeNote', r.content ->> 'feeNoteEn', r.content ->> 'agency', r.content ->> 'result',
                          r.content ->> 'resultEn', r.content ->> 'legalBasis',
                          array(select jsonb_array_elements_text(r.content -> 'audience')),
                          array(select jsonb_array_elements_text(r.content -> 'lifeEvents')),
                          array(select jsonb_array_elements_text(r.content -> 'keywords')),
                          m.content ->> 'summary', m.content ->> 'summaryEn', r.content ->> 'source', r.content ->> 'confidence',
                          h.content ->> 'form', h.content ->> 'procedure', h.content ->> 'officeHours',
                          h.content ->> 'afterSupplement', h.content ->> 'afterSupplementSource',
                          h.content ->> 'documentTemplate', h.content ->> 'documentKind', cast(d.content ->> 'sets' as int)
                        from publicservice.source_row r
                          join said s on s.code = r.code
                          left join publicservice.source_row m on m.source_table = 'summary' and m.code = r.code
                          left join publicservice.source_row h on h.source_table = 'handling' and h.code = r.code
                          left join publicservice.source_row d on d.source_table = 'dossier' and d.code = r.code
                        where r.source_table = 'service' and r.code = any (:codes)
                        """)
                .param("codes", array(codes))
                .param("today", today)
                .update();
    }

    void insertItems(LocalDate today, List<String> codes) {
        jdbc.sql("""
                        insert into publicservice.service_item
                          (code, version, ordinal, item, item_en, required, from_registry, note, note_en)
                        select v.code, v.version, r.ordinal, r.content ->> 'item', r.content ->> 'itemEn',
                          cast(r.content ->> 'required' as boolean), cast(r.content ->> 'fromRegistry' as boolean),
                          r.content ->> 'note', r.content ->> 'noteEn'
                        from publicservice.service_version v
                          join publicservice.source_row r on r.source_table = 'item' and r.code = v.code
                        where v.code = any (:codes) and v.validity @> cast(:today as date)
                        """).param("codes", array(codes)).param("today", today).update();
    }

    void insertWays(LocalDate from, List<String> codes) {
        jdbc.sql("""
                        insert into publicservice.service_channel (code, version, channel, duration, fee_vnd, fee_kind, fee_for, fee_for_en,
                          source, confidence)
                        select v.code, v.version, r.content ->> 'channel', r.content ->> 'duration',
                          cast(r.content ->> 'fee' as bigint), r.content ->> 'feeKind', r.content ->> 'feeFor',
                          r.content ->> 'feeForEn', r.content ->> 'source', r.content ->> 'confidence'
                        from publicservice.service_version v
                          join publicservice.source_row r on r.source_table = 'channel' and r.code = v.code
                        where v.code = any (:codes) and v.validity @> cast(:from as date)
                        """).param("codes", array(codes)).param("from", from).update();
        jdbc.sql("""
                        insert into publicservice.service_step (code, version, ordinal, step, step_en)
                        select v.code, v.version, r.ordinal, r.content ->> 'step', r.content ->> 'stepEn'
                        from publicservice.service_version v
                          join publicservice.source_row r on r.source_table = 'step' and r.code = v.code
                        where v.code = any (:codes) and v.validity @> cast(:from as date)
                        """).param("codes", array(codes)).param("from", from).update();
    }

    /** Nobody searches the past. */
    void dropTerms(List<String> codes) {
        jdbc.sql("delete from publicservice.search_term where code = any (:codes)")
                .param("codes", array(codes))
                .update();
    }

    void insertTerms(LocalDate today, List<String> codes) {
        jdbc.sql("""
                        insert into publicservice.search_term (code, version, kind, ordinal, weight, folded)
                        select v.code, v.version, t.kind, t.ordinal, t.weight,
                          regexp_replace(platform.fold(t.words), '[^a-z0-9. ]', '', 'g')
                        from publicservice.service_version v cross join lateral (
                          select 'short-name' as kind, 0 as ordinal, 1.0 as weight, v.short_name as words
                          union all select 'name', 0, 0.9, v.name
                          union all select 'name-en', 0, 0.9, v.name_en
                          union all select 'code', 0, 1.0, v.code
                          union all select 'field', 0, 0.6, v.field
                          union all select 'summary', 0, 0.6, v.summary where v.summary is not null
                          union all select 'keyword', k.ordinal::int, 1.0, k.words
                            from unnest(v.keywords) with ordinality as k(words, ordinal)
                        ) t
                        where v.code = any (:codes) and v.validity @> cast(:today as date)
                        """).param("codes", array(codes)).param("today", today).update();
    }

    /** Tells everybody who keeps the catalogue in memory. */
    void turnEdition() {
        jdbc.sql("update publicservice.edition set edition = gen_random_uuid()").update();
    }

    /** Returns how many of these services were not published before. */
    int openPublications(LocalDate today, UnitId city, List<String> codes) {
        return jdbc.sql("""
                        insert into publicservice.publication (code, unit, published_on)
                        select c.code, :city, cast(:today as date) from unnest(:codes) as c(code)
                        where not exists (select from publicservice.publication p
                          where p.code = c.code and p.withdrawn_on is null)
                        """)
                .param("codes", array(codes))
                .param("city", city.value())
                .param("today", today)
                .update();
    }

    /** Returns the unit of each publication that ended; one that began today leaves no trace. */
    List<UnitId> closePublications(LocalDate today, List<String> codes) {
        return jdbc.sql("""
                        with same_day as (
                          delete from publicservice.publication
                          where code = any (:codes) and withdrawn_on is null and published_on = cast(:today as date)
                          returning unit
                        ), ended as (
                          update publicservice.publication set withdrawn_on = cast(:today as date)
                          where code = any (:codes) and withdrawn_on is null and published_on < cast(:today as date)
                          returning unit
                        )
                        select unit from same_day union all select unit from ended
                        """)
                .param("codes", array(codes))
                .param("today", today)
                .query((row, number) -> new UnitId(row.getObject(1, UUID.class)))
                .list();
    }

    List<UUID> versionSubjects(LocalDate today, List<String> codes) {
        return jdbc.sql("""
                        select v.code || '/' || v.version from publicservice.service_version v
                        where v.code = any (:codes) and v.validity @> cast(:today as date) order by v.code
                        """)
                .param("codes", array(codes))
                .param("today", today)
                .query((row, number) -> UuidCreator.getNameBasedSha1("publicservice/" + row.getString(1)))
                .list();
    }

    private static String[] array(List<String> codes) {
        return codes.toArray(String[]::new);
    }
}
