package vn.haidang.files.internal;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.files.FileId;

/** For each column that refers to files, the least that must be there for a row that does. */
final class Referring {

    private static final String APPLICATION = """
            with v as (select code, version from publicservice.service_version limit 1)
            insert into publicservice.application
              (id, draft, account, submission_key, service_code, service_version, unit, case_id, dossier_code, applicant_name, form,
               form_version, answers, device, secret, promise, submitted_at, submitted_on, party)
            select :file, :file, :file, :file, v.code, v.version, :file, :file, cast(:file as text), 'test', 'test',
              1, '{}', 'other', 'test', '{}', now(), '2026-03-02', :file from v
            """;

    private static final Map<String, String> BEFORE = Map.of(
            "publicservice.application_file.file",
            APPLICATION,
            "publicservice.result.file",
            APPLICATION,
            "publicservice.paper.file",
            APPLICATION,
            "publicservice.component.file",
            """
                    insert into publicservice.reception
                      (id, channel, officer, officer_name, person, person_name, identified_by, service_code, help_unit, receiving_unit,
                       submission_key, begun_at, begun_on)
                    values (:file, 'counter', :file, 'test', :file, 'test', 'passport', 'test', :file, :file, :file, now(), '2026-03-02')
                    """,
            "form.draft_answer.value",
            """
                    insert into form.draft (id, form, version, about, owner, started_at, saved_at)
                    select :file, d.code, d.version, 'test', :file, now(), now() from form.definition d limit 1
                    """,
            "registry.issued_result.file",
            """
                    insert into registry.business (id, registration_number, recorded_at)
                    values (:file, '9999999999', now())
                    """);

    private static final Map<String, String> REFERRING = Map.of(
            "publicservice.application_file.file", """
                    insert into publicservice.application_file
                      (application, round, field, ordinal, file, name, media_type, bytes, sha256, added_at)
                    values (:file, 0, 'test', 0, :file, 'test', 'test', 1, 'test', now())
                    """,
            "publicservice.result.file", """
                    insert into publicservice.result (application, document, number, file, issued_on)
                    values (:file, :file, 'test', :file, '2026-03-02')
                    """,
            "publicservice.paper.file", """
                    insert into publicservice.paper (application, form, round, document, number, file, issued_on)
                    values (:file, '01', 0, :file, 'test', :file, '2026-03-02')
                    """,
            "publicservice.component.file", """
                    insert into publicservice.component
                      (reception, part, name, name_en, original, file, file_name, media_type, bytes, sha256, digitised_by,
                       digitised_by_name, digitised_at, noted_at)
                    values (:file, 'item-1', 'test', 'test', 'copy', :file, 'test', 'test', 1, 'test', :file, 'test', now(), now())
                    """,
            "publicservice.register.file", """
                    insert into publicservice.register
                      (document, unit, from_day, to_day, lines, number, file, account, key, given_at)
                    values (:file, :file, '2026-03-02', '2026-03-02', 1, 'test', :file, :file, :file, now())
                    """,
            "publicservice.reused_paper.file", """
                    insert into publicservice.reused_paper
                      (draft, field, file, result, kind, number, issued_on, source, sha256, taken_at)
                    values (:file, 'test', :file, :file, 'test', 'test', '2026-03-02', 'test', 'test', now())
                    """,
            "document.issued.file", """
                    insert into document.issued
                      (id, issuer, kind, year, number, template, template_version, subject_type, subject_id, file, issued_at)
                    values (:file, :file, 'test', 2026, 1, 'test', 1, 'test', :file, :file, now())
                    """,
            "registry.issued_result.file", """
                    insert into registry.issued_result (id, business, kind, number, issued_on, file, source, recorded_at)
                    values (:file, :file, 'test', 'test', '2026-03-02', :file, 'city-results', now())
                    """,
            "form.draft_answer.value", """
                    insert into form.draft_answer (draft, field, value, saved_at)
                    values (:file, 'test', gen_random_uuid() || ' ' || :file, now())
                    """);

    private Referring() {}

    /** How many rows refer to the file now; nobody knows how to refer by a column that is not here. */
    static int insert(JdbcClient jdbc, String column, FileId file) {
        UUID id = file.value();
        String before = BEFORE.get(column);
        if (before != null) {
            jdbc.sql(before).param("file", id).update();
        }
        String referring = REFERRING.get(column);
        return referring == null ? 0 : jdbc.sql(referring).param("file", id).update();
    }
}
