package vn.haidang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.SessionRows;

@ModuleTest
class KeptSessionModuleTests {

    private static final Duration IDLE = Duration.ofHours(8);

    record State(String nonce) implements Serializable {}

    private final SessionRows rows;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptSessionModuleTests(SessionRows rows, Accounts accounts, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void carriesTextsObjectsAndTheAccountWithItsReader() {
        var account = account("Phạm Thị Lan");
        var session = fresh();
        session.setAttribute("theme", "high contrast");
        session.setAttribute("state", new State("n-1"));
        session.setAttribute(KeptSession.ACCOUNT, account.value().toString());
        session.writeTo(rows);

        var found = found(session.getId());

        assertThat(found.<String>getAttribute("theme")).isEqualTo("high contrast");
        assertThat(found.<State>getAttribute("state")).isEqualTo(new State("n-1"));
        assertThat(found.<String>getAttribute(KeptSession.ACCOUNT))
                .isEqualTo(account.value().toString());
        assertThat(found.<Reader>getAttribute(KeptSession.READER))
                .returns(account, Reader::account)
                .returns("Phạm Thị Lan", Reader::displayName);
        assertThat(found.getAttributeNames()).isEqualTo(Set.of("theme", "state", KeptSession.ACCOUNT));
    }

    @Test
    void knowsNobodyOnceTheAccountIsClosed() {
        var account = account("Vũ Văn Đóng");
        var session = fresh();
        session.setAttribute(KeptSession.ACCOUNT, account.value().toString());
        session.writeTo(rows);

        jdbc.sql("update identity.account set closed_at = now() where id = :id")
                .param("id", account.value())
                .update();

        assertThat(found(session.getId()).<Reader>getAttribute(KeptSession.READER))
                .isNull();
    }

    @Test
    void aReaderDoesNotOutliveItsAccountInTheSession() {
        var session = fresh();
        session.setAttribute(KeptSession.ACCOUNT, account("A").value().toString());
        session.writeTo(rows);
        var found = found(session.getId());

        found.setAttribute(KeptSession.ACCOUNT, account("B").value().toString());

        assertThat(found.<Reader>getAttribute(KeptSession.READER)).isNull();
    }

    @Test
    void aRequestWithinTheMinuteWritesNothingAndALaterOneMovesTheEnd() {
        var session = fresh();
        session.writeTo(rows);
        var began = session.getLastAccessedTime();

        var soon = found(session.getId());
        soon.setLastAccessedTime(began.plus(KeptSession.STEP).minusMillis(1));
        var later = found(session.getId());
        later.setLastAccessedTime(began.plus(KeptSession.STEP));

        assertThat(soon.changed()).isFalse();
        assertThat(later.changed()).isTrue();
        later.writeTo(rows);
        assertThat(found(session.getId()).getLastAccessedTime()).isEqualTo(began.plus(KeptSession.STEP));
    }

    @Test
    void twoRequestsAtTheSameTimeLoseNeitherChange() {
        var session = fresh();
        session.setAttribute("old", "x");
        session.writeTo(rows);
        var one = found(session.getId());
        var other = found(session.getId());

        one.setAttribute("one", "1");
        one.removeAttribute("old");
        other.setAttribute("other", "2");
        one.writeTo(rows);
        other.writeTo(rows);

        assertThat(found(session.getId()).getAttributeNames()).isEqualTo(Set.of("one", "other"));
    }

    @Test
    void underAnotherIdItIsNoLongerFoundUnderTheFirst() {
        var session = fresh();
        session.writeTo(rows);
        var first = session.getId();

        var second = session.changeSessionId();
        session.writeTo(rows);

        assertThat(rows.find(first)).isEmpty();
        assertThat(found(second).getId()).isEqualTo(second);
    }

    @Test
    void isNotFoundAfterItsEndNorWhenDeleted() {
        var ended = KeptSession.fresh(clock.instant().minus(IDLE), IDLE);
        ended.writeTo(rows);
        var deleted = fresh();
        deleted.writeTo(rows);

        rows.delete(deleted.getId());

        assertThat(rows.find(ended.getId())).isEmpty();
        assertThat(rows.find(deleted.getId())).isEmpty();
    }

    @Test
    void whatThisNodeWritesItBelievesAtOnce() {
        var account = account("Trần Thị Ra");
        var session = fresh();
        session.setAttribute(KeptSession.ACCOUNT, account.value().toString());
        session.writeTo(rows);
        var signingOut = found(session.getId());

        signingOut.removeAttribute(KeptSession.ACCOUNT);
        signingOut.writeTo(rows);

        assertThat(found(session.getId()).<String>getAttribute(KeptSession.ACCOUNT))
                .isNull();
    }

    @Test
    void theTableDoesNotSayWhatTheCookieSays() {
        var session = fresh();
        session.writeTo(rows);

        assertThat(jdbc.sql("select count(*) from identity.session s where s::text like '%' || :id || '%'")
                        .param("id", session.getId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private KeptSession fresh() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return KeptSession.fresh(now, IDLE);
    }

    private KeptSession found(String id) {
        return KeptSession.found(id, Objects.requireNonNull(rows.find(id).orElse(null)));
    }

    private AccountId account(String name) {
        return accounts.create(new Accounts.NewAccount("session-" + UUID.randomUUID(), name, null, null));
    }
}
