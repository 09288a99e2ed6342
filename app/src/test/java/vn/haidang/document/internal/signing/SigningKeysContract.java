package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;

/** What every place that holds signing keys promises. */
interface SigningKeysContract {

    Signatory.Person PERSON =
            new Signatory.Person(new AccountId(UUID.fromString("018f0000-0000-7000-8000-0000000000a1")), "Vu Thi Thuy");
    Signatory.Organisation UNIT = new Signatory.Organisation(UnitId.ofKey("commune-10528-b"), "UBND");

    SigningKeys keys();

    /** As the caller of a place does: in a transaction where the place needs one. */
    <T> T within(Supplier<T> work);

    @Test
    default void itSignsSoThatTheCertificateOfTheSignatorySaysItIsRight() throws Exception {
        byte[] message = {1, 2, 3};
        for (Signatory each : List.of(PERSON, UNIT)) {
            SigningKey key = key(each);
            byte[] signed = within(() -> key.sign(message));

            assertThat(verified(key, message, signed)).as(each.name()).isTrue();
            assertThat(verified(key, new byte[] {1, 2, 4}, signed))
                    .as("another message")
                    .isFalse();
        }
    }

    @Test
    default void itsChainBeginsWithTheSignatoryAndEachIsSignedByTheNext() throws Exception {
        List<X509Certificate> chain = key(PERSON).chain();

        assertThat(chain.getFirst().getSubjectX500Principal().getName()).contains(PERSON.name());
        assertThat(chain.getFirst().getBasicConstraints())
                .as("may not certify others")
                .isEqualTo(-1);
        for (int each = 0; each + 1 < chain.size(); each++) {
            chain.get(each).verify(chain.get(each + 1).getPublicKey());
        }
    }

    @Test
    default void aSignatoryHasOneKeyAndNobodyElsesIsTheSame() {
        assertThat(key(PERSON).chain()).isEqualTo(key(PERSON).chain());
        assertThat(key(PERSON).chain().getFirst())
                .isNotEqualTo(key(UNIT).chain().getFirst());
    }

    @Test
    default void itIsNamedAsASettingIs() {
        assertThat(keys().code())
                .isEqualTo(keys().code().toLowerCase(Locale.ROOT))
                .isNotBlank();
    }

    private SigningKey key(Signatory signatory) {
        return within(() -> keys().of(signatory).orElseThrow());
    }

    private static boolean verified(SigningKey key, byte[] message, byte[] signed) throws Exception {
        var signature = Signature.getInstance(key.algorithm());
        signature.initVerify(key.chain().getFirst().getPublicKey());
        signature.update(message);
        return signature.verify(signed);
    }
}
