package vn.haidang;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The clock everything is told by, jobs and timers included, and the door that moves it where that is allowed. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    MovableClock clock(HaidangSettings settings) {
        if (!settings.clockIsSet()) {
            return MovableClock.real();
        }
        if (!settings.embedded()) {
            throw new StartRefused("HAIDANG_CLOCK is refused with an external database: its records are real");
        }
        return MovableClock.startingAt(settings.clockStart());
    }

    @Bean
    com.github.kagkarlsson.scheduler.Clock jobClock(MovableClock clock) {
        return clock::instant;
    }

    /** Present for tests and demo cities alone: HAIDANG_CLOCK is set or the demo is on, and the database is our own. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(MayBeMoved.class)
    @ConditionalOnWebApplication
    static class Door {

        /** No browser page can send JSON to another origin unasked, so this door needs no token. */
        @Bean
        @Order(0)
        SecurityFilterChain clockDoorSecurity(HttpSecurity http) throws Exception {
            return http.securityMatcher("/clock")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(AbstractHttpConfigurer::disable)
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .build();
        }
    }

    static final class MayBeMoved implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var environment = context.getEnvironment();
            var embedded = environment.getProperty("haidang.database.url", "").isBlank();
            var wanted = !environment.getProperty("haidang.clock", "").isBlank()
                    || environment.getProperty("haidang.demo-scale", Double.class, 0.0) > 0;
            return embedded && wanted;
        }
    }
}
