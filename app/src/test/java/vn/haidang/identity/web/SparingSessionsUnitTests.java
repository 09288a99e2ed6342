package vn.haidang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

class SparingSessionsUnitTests {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private final List<String> written = new ArrayList<>();
    private final MapSessionRepository stored = new MapSessionRepository(new ConcurrentHashMap<>()) {
        @Override
        public void save(MapSession session) {
            written.add(session.getId());
            super.save(session);
        }
    };
    private final SparingSessions<MapSession> sessions =
            new SparingSessions<>(stored, TransactionOperations.withoutTransaction());

    @Test
    void aNewSessionIsWritten() {
        session();

        assertThat(written).hasSize(1);
    }

    @Test
    void aRequestWithinTheMinuteWritesNothing() {
        String id = session();

        requestAt(id, NOON.plus(SparingSessions.STEP).minusMillis(1));

        assertThat(written).hasSize(1);
        assertThat(found(id).getLastAccessedTime()).isEqualTo(NOON);
    }

    @Test
    void aRequestAfterAMinuteMovesTheEndOfTheSession() {
        String id = session();

        requestAt(id, NOON.plus(SparingSessions.STEP));

        assertThat(written).hasSize(2);
        assertThat(found(id).getLastAccessedTime()).isEqualTo(NOON.plus(SparingSessions.STEP));
    }

    @Test
    void whateverASessionCarriesIsWrittenAtOnce() {
        String id = session();
        var session = found(id);

        session.setAttribute("account", "lan");
        sessions.save(session);

        assertThat(written).hasSize(2);
        assertThat(found(id).<String>getAttribute("account")).isEqualTo("lan");

        session.removeAttribute("account");
        sessions.save(session);

        assertThat(written).hasSize(3);
        assertThat(found(id).<String>getAttribute("account")).isNull();
    }

    @Test
    void aSessionChangedOnceIsWrittenOnce() {
        var session = found(session());

        session.setMaxInactiveInterval(Duration.ofHours(1));
        sessions.save(session);
        sessions.save(session);

        assertThat(written).hasSize(2);
    }

    @Test
    void aSessionUnderAnotherIdIsNoLongerFoundUnderTheFirst() {
        String first = session();
        var session = found(first);

        String second = session.changeSessionId();
        sessions.save(session);

        assertThat(sessions.findById(first)).isNull();
        assertThat(found(second).getId()).isEqualTo(second);
    }

    @Test
    void aDeletedSessionIsGone() {
        String id = session();

        sessions.deleteById(id);

        assertThat(sessions.findById(id)).isNull();
    }

    private String session() {
        var session = sessions.createSession();
        session.setLastAccessedTime(NOON);
        session.setMaxInactiveInterval(Duration.ofDays(36_500));
        sessions.save(session);
        return session.getId();
    }

    private void requestAt(String id, Instant at) {
        var session = found(id);
        session.setLastAccessedTime(at);
        sessions.save(session);
    }

    private SparingSessions.Kept<MapSession> found(String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }
}
