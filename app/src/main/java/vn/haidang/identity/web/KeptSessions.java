package vn.haidang.identity.web;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.identity.internal.SessionRows;

/**
 * Sessions in the database, so that a restart signs nobody out. Reading needs no transaction; a write is one of its own.
 */
@Component
@ConditionalOnWebApplication
@EnableSpringHttpSession
class KeptSessions implements SessionRepository<KeptSession> {

    private final SessionRows rows;
    private final TransactionTemplate alone;
    private final Clock clock;
    private final Duration idle;

    KeptSessions(
            SessionRows rows,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${spring.session.timeout}") Duration idle) {
        this.rows = rows;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.idle = idle;
    }

    @Override
    public KeptSession createSession() {
        return KeptSession.fresh(clock.instant(), idle);
    }

    @Override
    public void save(KeptSession session) {
        if (session.changed()) {
            alone.executeWithoutResult(status -> session.writeTo(rows));
        }
    }

    @Override
    public @Nullable KeptSession findById(String id) {
        return rows.find(id).map(row -> KeptSession.found(id, row)).orElse(null);
    }

    @Override
    public void deleteById(String id) {
        alone.executeWithoutResult(status -> rows.delete(id));
    }
}
