package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.spi.LiveCount;

/** What changes by the clock alone: cases that are late, and cases open within their time. A case whose clock stands still is neither. */
@Configuration(proxyBeanMethods = false)
class OpenCounts {

    static final MeasureCode LATE = new MeasureCode("casework/late");
    static final MeasureCode IN_TIME = new MeasureCode("casework/open-in-time");

    @Bean
    LiveCount caseworkLate(JdbcClient jdbc, Clock clock) {
        return new ByDue(LATE, "c.due_at <= :at", jdbc, clock);
    }

    @Bean
    LiveCount caseworkOpenInTime(JdbcClient jdbc, Clock clock) {
        return new ByDue(IN_TIME, "c.due_at > :at", jdbc, clock);
    }

    private record ByDue(MeasureCode code, String condition, JdbcClient jdbc, Clock clock) implements LiveCount {

        @Override
        public long count(UnitScope scope, Instant at) {
            Scope units = Scope.of(scope, LocalDate.ofInstant(at, clock.getZone()));
            Map<String, Object> parameters = new HashMap<>(units.parameters());
            parameters.put("at", Columns.at(at));
            return jdbc.sql("select count(*) from casework.case_file c where c.closed_at is null and " + condition
                            + " and " + units.onDay("c.competent_unit", ":scope_today"))
                    .params(parameters)
                    .query(Long.class)
                    .single();
        }
    }
}
