package vn.haidang;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock everything is told by, jobs and timers included. */
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
}
