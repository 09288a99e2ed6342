package vn.haidang.registry.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.registry.Guardianships.NewGuardianship;

/** The SQL of guardianships. */
@Component
public class GuardianshipRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    GuardianshipRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when the child is of age on the first day, or the same was recorded for some of the days. */
    public Optional<UUID> insert(NewGuardianship guardianship) {
        return jdbc.sql("""
                        insert into registry.guardianship (id, child, guardian, kind, source, valid, recorded_at)
                        select :id, :child, :guardian, :kind, :source, daterange(:from, t.until), :now
                        from (
                          select least(cast(:until as date), cast(r.birth_date + interval '18 years' as date)) as until
                          from registry.person_record r
                          where r.person = :child and r.valid @> cast(:today as date)) t
                        where t.until > :from
                        on conflict do nothing
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch(clock.instant()))
                .param("child", guardianship.child().value())
                .param("guardian", guardianship.guardian().value())
                .param("kind", guardianship.kind())
                .param("source", guardianship.source())
                .param("from", guardianship.from())
                .param("until", guardianship.until())
                .param("today", java.time.LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }
}
