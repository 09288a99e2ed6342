package vn.haidang.identity.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps sessions in the database, so that a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class Sessions {

    /** Has no transactions of its own: {@link SparingSessions} opens one around each write. Deletes what expired every minute. */
    @Bean(defaultCandidate = false)
    JdbcIndexedSessionRepository storedSessions(
            JdbcOperations jdbc,
            @Value("${spring.session.timeout}") Duration timeout,
            @Value("${spring.session.jdbc.table-name}") String table) {
        var stored = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        stored.setTableName(table);
        stored.setDefaultMaxInactiveInterval(timeout);
        return stored;
    }

    @Bean
    @Primary
    SessionRepository<?> sessions(
            @Qualifier("storedSessions") JdbcIndexedSessionRepository stored, PlatformTransactionManager manager) {
        var alone = new TransactionTemplate(manager);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return sparing(stored, alone);
    }

    @SuppressWarnings("unchecked")
    private static SessionRepository<?> sparing(SessionRepository<?> stored, TransactionOperations alone) {
        return new SparingSessions<>((SessionRepository<Session>) stored, alone);
    }
}
