package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.Home;
import vn.haidang.StartRefused;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Journal;

/** A new authority: what was signed under the one before keeps its chain, and nobody signs with half of each. Nothing of it stays. */
@WebTest
class AuthorityRenewalModuleTests {

    private final KeyRows rows;
    private final KeyBox box;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final Signatory.Person head = new Signatory.Person(new AccountId(UUID.randomUUID()), "Vũ Thị Thuỷ");

    AuthorityRenewalModuleTests(
            KeyRows rows,
            KeyBox box,
            Journal journal,
            MessageSource messages,
            Clock clock,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.rows = rows;
        this.box = box;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
        this.transaction = transaction;
        this.database = database;
    }

    @Test
    void aHolderGetsACertificateOfTheNewAuthorityAndTheOldChainIsKept() {
        undone(() -> {
            List<X509Certificate> before = chain(clock);
            database.sql("update document.signing_key set ended_at = now() where holder_kind = 'authority'")
                    .update();

            List<X509Certificate> after = chain(clock);

            for (List<X509Certificate> chain : List.of(before, after)) {
                assertThatCode(() -> chain.getFirst().verify(chain.getLast().getPublicKey()))
                        .doesNotThrowAnyException();
            }
            assertThat(after.getLast()).isNotEqualTo(before.getLast());
            assertThat(database.sql("select certificate from document.signing_key where ended_at is not null")
                            .query((row, number) -> row.getBytes("certificate"))
                            .list())
                    .contains(before.getFirst().getEncoded(), before.getLast().getEncoded());
        });
    }

    @Test
    void noCertificateOutlivesItsAuthority() {
        undone(() -> {
            Instant end = chain(clock).getLast().getNotAfter().toInstant();
            Clock late = Clock.fixed(end.minus(Duration.ofDays(400)), clock.getZone());

            List<X509Certificate> chain = chain(late);

            assertThat(chain.getLast().getNotAfter().toInstant()).isEqualTo(end);
            assertThat(chain.getFirst().getNotAfter().toInstant()).isEqualTo(end);
        });
    }

    @Test
    void aHomeWithAnotherSecretIsRefusedInWordsAPersonCanActOn(@TempDir Path another) {
        undone(() -> {
            chain(clock);
            var stranger = new SoftwareAuthority(rows, new KeyBox(Home.at(another)), journal, messages, clock);

            assertThatThrownBy(() -> new AuthorityMade(stranger, transaction, SoftwareAuthority.CODE).run())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("HAIDANG_HOME");
        });
    }

    /** As a node that was started just now sees it. */
    private List<X509Certificate> chain(Clock at) {
        return new SoftwareAuthority(rows, box, journal, messages, at)
                .of(head)
                .orElseThrow()
                .chain();
    }

    private interface Attempt {
        void make() throws GeneralSecurityException;
    }

    private void undone(Attempt attempt) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                attempt.make();
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
