package vn.haidang.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions that are written only when they changed: the moment of the last request counts as a change once a minute, so a
 * session may end a minute early and most requests write nothing. Reading is one statement without a transaction, every
 * time, so whoever signs out is out on every node at once; a write is one transaction.
 */
final class SparingSessions<S extends Session> implements SessionRepository<SparingSessions.Kept<S>> {

    static final Duration STEP = Duration.ofMinutes(1);

    private final SessionRepository<S> stored;
    private final TransactionOperations transactions;

    SparingSessions(SessionRepository<S> stored, TransactionOperations transactions) {
        this.stored = stored;
        this.transactions = transactions;
    }

    @Override
    public Kept<S> createSession() {
        return new Kept<>(stored.createSession(), true);
    }

    @Override
    public void save(Kept<S> session) {
        if (session.changed) {
            transactions.executeWithoutResult(status -> stored.save(session.stored));
            session.changed = false;
        }
    }

    @Override
    public @Nullable Kept<S> findById(String id) {
        S found = stored.findById(id);
        return found == null ? null : new Kept<>(found, false);
    }

    @Override
    public void deleteById(String id) {
        transactions.executeWithoutResult(status -> stored.deleteById(id));
    }

    /** A session that knows whether it has to be written. */
    static final class Kept<S extends Session> implements Session {

        private final S stored;
        private boolean changed;

        private Kept(S stored, boolean changed) {
            this.stored = stored;
            this.changed = changed;
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return stored.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            changed = true;
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            if (changed || !at.isBefore(stored.getLastAccessedTime().plus(STEP))) {
                changed = true;
                stored.setLastAccessedTime(at);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
