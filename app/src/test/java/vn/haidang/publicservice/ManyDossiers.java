package vn.haidang.publicservice;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.organization.UnitId;

/**
 * As many dossiers as a test wants, made of one: every other one taken in by an officer, at two units in every combination of who
 * helped, received and decides, four a day backwards from a day.
 */
public record ManyDossiers(ApplicationId model, UnitId one, UnitId other, LocalDate last, JdbcClient jdbc) {

    private static final String LAID = """
            with laid as materialized (
              select i, cast(md5(:salt || 'a' || i) as uuid) as id, cast(md5(:salt || 'c' || i) as uuid) as case_id, cast(md5(:salt || 'r' || i) as uuid) as reception,
                cast(md5(:salt || 'd' || i) as uuid) as draft, cast(:last as date) - i / 4 as day, i % 2 = 0 as desk,
                case when i % 5 = 0 then cast(:other as uuid) else cast(:one as uuid) end as competent,
                case when i % 2 = 0 and i % 3 = 0 or i % 2 = 1 and i % 5 = 0 then cast(:other as uuid) else cast(:one as uuid) end as receiving,
                case when i % 7 = 0 then cast(:other as uuid) else cast(:one as uuid) end as help
              from generate_series(cast(:first as int), :first + :count - 1) i)
            """;

    public void make(int count) {
        make(1, count);
    }

    /** Those from a number on: further back. */
    public void make(int first, int count) {
        String salt = first + "-" + UUID.randomUUID();
        run(salt, first, count, """
                insert into casework.case_file (%1$s)
                select %1$s
                from (select (jsonb_populate_record(c, jsonb_build_object('id', l.case_id, 'code', l.case_id, 'subject_id', l.id,
                  'competent_unit', l.competent, 'receiving_unit', l.receiving,
                  'applicant', case when l.i %% 11 = 0 then c.applicant else l.draft end))).*
                from laid l
                  join publicservice.application a on a.id = :model
                  join casework.case_file c on c.id = a.case_id) f
                """.formatted(columnsOfCases()));
        run(salt, first, count, """
                insert into publicservice.application
                select (jsonb_populate_record(a, jsonb_build_object('id', l.id, 'case_id', l.case_id, 'dossier_code', l.case_id,
                  'draft', l.draft, 'submission_key', l.id, 'unit', l.competent, 'submitted_on', l.day,
                  'submitter_name', case when l.desk then 'x' end, 'submitted_as', case when l.desk then 'by-officer' end))).*
                from laid l
                  join publicservice.application a on a.id = :model
                """);
        run(salt, first, count, """
                insert into publicservice.reception (id, channel, officer, officer_name, person, person_name, identified_by, service_code,
                  help_unit, receiving_unit, competent_unit, arrived_at, draft, application, submission_key, begun_at, begun_on,
                  finished_at, finished_on)
                select l.reception, case when l.i % 4 = 0 then 'post' else 'counter' end, l.id, 'x', l.id, 'x', 'identity-card',
                  a.service_code, l.help, l.receiving, l.competent, a.submitted_at, l.draft, l.id, l.id, a.submitted_at, l.day,
                  a.submitted_at, l.day
                from laid l
                  join publicservice.application a on a.id = :model
                where l.desk
                """);
        run(salt, first, count, """
                insert into publicservice.component (reception, part, name, name_en, original, noted_at)
                select l.reception, p.part, 'x', 'x', p.original, a.submitted_at
                from laid l
                  join publicservice.application a on a.id = :model
                  cross join (values ('item-1', 'kept'), ('item-2', 'known'), ('item-3', 'absent')) p (part, original)
                where l.desk
                """);
        run(salt, first, count, """
                insert into publicservice.application_file (application, round, field, ordinal, file, name, media_type, bytes, sha256, added_at)
                select l.id, 0, 'paper.of-' || o % 2, o, cast(md5(l.id || '-' || o) as uuid), 'x', 'application/pdf', 1, 'x', a.submitted_at
                from laid l
                  join publicservice.application a on a.id = :model
                  cross join generate_series(1, 3) o
                where not l.desk
                """);
        run(salt, first, count, """
                insert into publicservice.asked (application, draft, unit, day, service_code, known, corrected, again)
                select l.id, l.draft, l.receiving, l.day, a.service_code, 3, 0,
                  case when l.i % 3 = 0 then array['requester.full-name'] else '{}' end
                from laid l
                  join publicservice.application a on a.id = :model
                """);
    }

    /** Those that are not worked out from the others. */
    private String columnsOfCases() {
        return jdbc.sql("""
                        select string_agg(quote_ident(a.attname), ', ')
                        from pg_attribute a
                        where a.attrelid = cast('casework.case_file' as regclass) and a.attnum > 0 and not a.attisdropped
                          and a.attgenerated = ''
                        """).query(String.class).single();
    }

    private void run(String salt, int first, int count, String insert) {
        jdbc.sql(LAID + insert)
                .param("salt", salt)
                .param("first", first)
                .param("count", count)
                .param("last", last)
                .param("one", one.value())
                .param("other", other.value())
                .param("model", model.value())
                .update();
    }
}
