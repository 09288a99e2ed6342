package vn.haidang.document.internal.signing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.StartRefused;
import vn.haidang.StartStep;

/** The trial authority is made when an installation is set up, before anybody needs it. */
@Component
class AuthorityMade extends StartStep {

    private final SoftwareAuthority authority;
    private final TransactionOperations transactions;
    private final String chosen;

    AuthorityMade(
            SoftwareAuthority authority,
            TransactionOperations transactions,
            @Value("${haidang.signing.keys:software}") String chosen) {
        super(Place.KEYS_ARE_MADE);
        this.authority = authority;
        this.transactions = transactions;
        this.chosen = chosen;
    }

    @Override
    protected void run() {
        if (chosen.equals(SoftwareAuthority.CODE)) {
            try {
                transactions.executeWithoutResult(status -> authority.ready());
            } catch (SigningFailed otherHome) {
                throw new StartRefused(
                        "the signing keys in this database belong to another HAIDANG_HOME: start with that home, or put its keys/ folder back from a backup",
                        otherHome);
            }
        }
    }
}
