package vn.haidang.publicservice.internal;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        return jdbc
                .sql("""
                        select v.code, v.short_name as name, v.name_en
                        from publicservice.service_version v
                        where v.validity @> cast(:today as date) and v.online_level in ('full', 'partial') and v.form is not null
                          and v.duration is not null
                        order by v.code
                        """)
                .param("today", LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(AuthorisableService.class))
                .list()
                .stream()
                .sorted(Comparator.comparing(AuthorisableService::name, Collator.getInstance(Locale.of("vi", "VN"))))
                .toList();
    }
}
