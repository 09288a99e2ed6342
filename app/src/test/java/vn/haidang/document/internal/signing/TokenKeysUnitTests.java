package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyStoreException;
import java.security.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.haidang.StartRefused;
import vn.haidang.organization.UnitId;

/** Keys in a token keep the contract of all places; a token may be away, and come back. */
class TokenKeysUnitTests implements SigningKeysContract {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private final TokenKeys keys = token(NOW, () -> Tokens.of(NOW.minus(Duration.ofDays(1)), PERSON, UNIT));

    @Override
    public SigningKeys keys() {
        return keys;
    }

    @Override
    public <T> T within(Supplier<T> work) {
        return work.get();
    }

    @Test
    void whoHasNoKeyThereHasNone() {
        assertThat(keys.of(new Signatory.Organisation(UnitId.ofKey("commune-11311-c"), "UBND")))
                .isEmpty();
    }

    @Test
    void aCertificateThatIsNotValidNowSignsNothing() {
        assertThat(token(NOW, () -> Tokens.of(NOW.minus(Duration.ofDays(40)), PERSON))
                        .of(PERSON))
                .isEmpty();
        assertThat(token(NOW, () -> Tokens.of(NOW.plus(Duration.ofDays(1)), PERSON))
                        .of(PERSON))
                .isEmpty();
    }

    @Test
    void aTokenThatIsAwayFailsAndIsOpenedAnewWhenItIsBack() {
        var asked = new AtomicInteger();
        TokenKeys away = token(NOW, () -> switch (asked.incrementAndGet()) {
            case 1 -> throw new KeyStoreException("no token");
            case 2 -> throw new ProviderException("CKR_TOKEN_NOT_PRESENT");
            default -> Tokens.of(NOW.minus(Duration.ofDays(1)), PERSON);
        });

        assertThatThrownBy(() -> away.of(PERSON)).isInstanceOf(SigningFailed.class);
        assertThatThrownBy(() -> away.of(PERSON)).isInstanceOf(SigningFailed.class);
        assertThat(away.of(PERSON)).isPresent();
        assertThat(away.of(PERSON)).isPresent();
        assertThat(asked.get()).as("stays open").isEqualTo(3);
    }

    @Test
    void itIsNoTrialAndSaysNothingOfItsKey() {
        assertThat(keys.of(PERSON).orElseThrow().trial()).isFalse();
        assertThat(keys.of(PERSON).orElseThrow().algorithm()).isEqualTo("SHA256withECDSA");
    }

    @Test
    void aSettingThatCannotBeRightStopsTheStart() {
        assertThatThrownBy(() -> Pkcs11.check("", "0"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HAIDANG_SIGNING_LIBRARY");
        assertThatThrownBy(() -> Pkcs11.check("/no/such/library.so", "0")).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> Pkcs11.check("/etc/hostname", "first"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HAIDANG_SIGNING_SLOT");
    }

    @Test
    void theProviderOfThePlatformIsTold() {
        assertThat(Pkcs11.configuration("/usr/lib/softhsm/libsofthsm2.so", "1"))
                .startsWith("--")
                .contains("library = \"/usr/lib/softhsm/libsofthsm2.so\"\n", "slotListIndex = 1\n");
    }

    private static TokenKeys token(Instant now, TokenKeys.Opening opening) {
        return new TokenKeys("pkcs11", opening, Tokens.PIN, Clock.fixed(now, ZoneOffset.UTC));
    }
}
