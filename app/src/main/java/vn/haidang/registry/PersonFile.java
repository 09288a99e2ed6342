package vn.haidang.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** All that the registers hold of one person, of today and of before, for the person's own copy; the read is journaled. Of others it names nobody. */
@Component
public class PersonFile {

    /** By section, the statement that answers it for :person; every column is text. */
    private static final Map<String, String> SECTIONS = sections();

    private final JdbcClient jdbc;
    private final Journal journal;

    PersonFile(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** Rows by section, the oldest first. */
    @Transactional
    public Map<String, Object> of(PersonId person, Actor by, String purpose) {
        Map<String, Object> file = new LinkedHashMap<>();
        SECTIONS.forEach((section, statement) -> file.put(
                section,
                List.copyOf(jdbc.sql(statement)
                        .param("person", person.value())
                        .query()
                        .listOfRows())));
        journal.read(by, purpose, List.of(new Subject("registry/person", person.value())));
        return file;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("numbers", """
                select p.personal_number as number, cast(p.recorded_at as text) as "recordedAt"
                from registry.person p where p.id = :person
                """);
        sections.put("records", """
                select r.full_name as "fullName", cast(r.birth_date as text) as "birthDate", r.sex, coalesce(r.phone, '') as phone,
                  coalesce(r.email, '') as email, r.source, cast(lower(r.valid) as text) as "from",
                  coalesce(cast(upper(r.valid) as text), '') as until
                from registry.person_record r where r.person = :person order by lower(r.valid)
                """);
        sections.put("residences", """
                select u.name as unit, coalesce(a.street, '') as street, a.source, cast(lower(a.valid) as text) as "from",
                  coalesce(cast(upper(a.valid) as text), '') as until
                from registry.address a left join organization.pub_unit u on u.id = a.unit
                where a.person = :person order by lower(a.valid)
                """);
        sections.put("households", """
                select m.relation, u.name as unit, h.source, cast(lower(m.valid) as text) as "from",
                  coalesce(cast(upper(m.valid) as text), '') as until
                from registry.household_member m
                join registry.household h on h.id = m.household
                left join organization.pub_unit u on u.id = h.unit
                where m.person = :person order by lower(m.valid)
                """);
        sections.put("guardianships", """
                select case when g.child = :person then 'child' else g.kind end as "as", g.source, cast(lower(g.valid) as text) as "from",
                  coalesce(cast(upper(g.valid) as text), '') as until
                from registry.guardianship g where g.child = :person or g.guardian = :person order by lower(g.valid)
                """);
        sections.put("businesses", """
                select b.registration_number as business, r.title, r.source, cast(lower(r.valid) as text) as "from",
                  coalesce(cast(upper(r.valid) as text), '') as until
                from registry.business_representative r join registry.business b on b.id = r.business
                where r.person = :person order by lower(r.valid)
                """);
        return sections;
    }
}
