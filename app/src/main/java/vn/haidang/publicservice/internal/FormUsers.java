package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What begins with a form today. */
@Component
public class FormUsers {

    /** A service or a life event. */
    public record User(String code, String name, String nameEn) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    FormUsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
