package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.registry.spi.AuthorisableServices;

/** What can be started online here is what somebody can be authorised for. */
@Component
class StartableServices implements AuthorisableServices {

    private final JdbcClient jdbc;
    private final Clock clock;

    StartableServices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<AuthorisableService> today() {
        return jdbc.sql("""
                        select v.code, v.short_name as name, v.name_en
                        from publicservice.service_version v
                        where v.validity @> cast(:today as date) and v.online_level = 'full' and v.form is not null
                          and v.duration is not null
                        order by v.short_name, v.code
                        """)
                .param("today", LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(AuthorisableService.class))
                .list();
    }
}
