package vn.haidang.document.internal.signing;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;

/** The trial authority keeps the contract of all places. */
@WebTest
class SoftwareAuthorityModuleTests implements SigningKeysContract {

    private final SigningKeys keys;
    private final TransactionTemplate transaction;

    SoftwareAuthorityModuleTests(List<SigningKeys> places, TransactionTemplate transaction) {
        this.keys = places.stream()
                .filter(place -> place.code().equals(SoftwareAuthority.CODE))
                .findFirst()
                .orElseThrow();
        this.transaction = transaction;
    }

    @Override
    public SigningKeys keys() {
        return keys;
    }

    @Override
    public <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> Objects.requireNonNull(work.get())));
    }
}
