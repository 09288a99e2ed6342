package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.Documents;
import vn.haidang.form.FormDefinition;

/** What begins with a form today. */
@Component
public class FormUsers {

    /** A service or a life event. */
    public record User(String code, String name, String nameEn) {}

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Clock clock;

    FormUsers(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What results name and the form would not ask for, in alphabetical order, for the services and life events that begin with it: a
     * result without it could not be given out.
     */
    public List<String> lacking(FormDefinition form) {
        Set<String> asked = form.fields().map(FormDefinition.Field::name).collect(Collectors.toSet());
        return templates(form.code()).stream()
                .flatMap(template -> documents.needs(template).stream())
                .filter(field -> !asked.contains(field) && !ResultFields.given(field))
                .distinct()
                .sorted()
                .toList();
    }

    /** The pages that are asked for some services of a life event alone and that the form does not have: their code, in order. */
    public List<String> pagesMissing(FormDefinition form) {
        Set<String> there = form.pages().stream().map(FormDefinition.Page::code).collect(Collectors.toSet());
        return pagesOfSome(form.code()).stream()
                .filter(page -> !there.contains(page))
                .toList();
    }

    private List<String> pagesOfSome(String form) {
        return jdbc.sql("""
                        select distinct named.page
                        from publicservice.life_event e
                          join publicservice.life_event_part p on p.event = e.code
                          cross join unnest(p.pages) as named(page)
                        where e.form = :form
                        order by named.page
                        """)
                .param("form", form)
                .query((row, number) -> row.getString("page"))
                .list();
    }

    private List<String> templates(String form) {
        return jdbc.sql("""
                        select distinct v.document_template
                        from publicservice.service_version v
                        where v.validity @> cast(:today as date) and v.document_template is not null
                          and (v.form = :form or v.code in (
                            select p.service
                            from publicservice.life_event_part p
                            join publicservice.life_event e on e.code = p.event
                            where e.form = :form and p.handling = 'ours'))
                        """)
                .param("today", LocalDate.now(clock))
                .param("form", form)
                .query((row, number) -> row.getString("document_template"))
                .list();
    }

    public List<User> services(String form) {
        return jdbc.sql("""
                        select v.code, v.short_name as name, v.name_en
                        from publicservice.service_version v
                        where v.validity @> cast(:today as date) and v.form = :form
                        order by v.code
                        """)
                .param("today", LocalDate.now(clock))
                .param("form", form)
                .query(DataClassRowMapper.newInstance(User.class))
                .list();
    }

    public List<User> lifeEvents(String form) {
        return jdbc.sql("""
                        select e.code, e.name, e.name_en
                        from publicservice.life_event e
                        where e.form = :form
                        order by e.ordinal, e.code
                        """)
                .param("form", form)
                .query(DataClassRowMapper.newInstance(User.class))
                .list();
    }
}
