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

    /** A life event. */
    public record User(String code, String name, String nameEn) {}

    /** A service, with the template of its results. */
    public record ServiceUser(String code, String name, String nameEn, String documentTemplate) {}

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Clock clock;

    FormUsers(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What the results of these services say of an answer the form does not ask for, in alphabetical order: a result that names it
     * could not be given out.
     */
    public List<String> lacking(FormDefinition form, List<ServiceUser> services) {
        Set<String> asked = form.fields().map(FormDefinition.Field::name).collect(Collectors.toSet());
        return services.stream()
                .map(ServiceUser::documentTemplate)
                .distinct()
                .flatMap(template -> documents.needs(template).stream())
                .filter(field -> !asked.contains(field) && !ResultFields.given(field))
                .distinct()
                .sorted()
                .toList();
    }

    public List<ServiceUser> services(String form) {
        return jdbc.sql("""
                        select v.code, v.short_name as name, v.name_en, v.document_template
                        from publicservice.service_version v
                        where v.validity @> cast(:today as date) and v.form = :form
                        order by v.code
                        """)
                .param("today", LocalDate.now(clock))
                .param("form", form)
                .query(DataClassRowMapper.newInstance(ServiceUser.class))
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
