package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.haidang.document.internal.signing.RevocationAuthority.Manner;

/** A document that proves itself later too, where the authority says what it revoked; where it does not answer, a time stamp remains. */
class LongTermUnitTests {

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    @ParameterizedTest
    @EnumSource(names = {"GOOD", "BY_ANOTHER"})
    void whatTheAuthorityAnswersAboutEachCertificateGoesIntoTheDocument(Manner answers) throws Exception {
        try (var authority = new RevocationAuthority(now, answers, Manner.SILENT)) {
            Signing.Signed signed = signed(authority).orElseThrow();

            assertThat(signed.signatures()).hasSize(2).allMatch(made -> made.level() == Level.LT);
            assertThat(SignedPages.levels(signed.pdf())).containsOnly(SignatureLevel.PAdES_BASELINE_LT);
            assertThat(new String(signed.pdf(), StandardCharsets.ISO_8859_1)).contains("/OCSPs");
            assertThat(authority.questions()).as("of two certificates").isEqualTo(2);
            assertThat(authority.lists()).as("needed no more").isZero();
        }
    }

    @Test
    void itsListGoesIntoTheDocumentWhereItAnswersNoQuestionsAndIsFetchedOnce() throws Exception {
        try (var authority = new RevocationAuthority(now, Manner.SILENT, Manner.GOOD)) {
            Signing.Signed signed = signed(authority).orElseThrow();

            assertThat(SignedPages.levels(signed.pdf())).hasSize(2).containsOnly(SignatureLevel.PAdES_BASELINE_LT);
            assertThat(new String(signed.pdf(), StandardCharsets.ISO_8859_1)).contains("/CRLs");
            assertThat(authority.lists()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "BY_A_STRANGER", "OLD", "REPEATED"})
    void anAnswerThatProvesNothingLeavesTheTimeStamp(Manner answers) throws Exception {
        try (var authority = new RevocationAuthority(now, answers, Manner.SILENT)) {
            Signing.Signed signed = signed(authority).orElseThrow();

            assertThat(signed.signatures()).hasSize(2).allMatch(made -> made.level() == Level.T);
            assertThat(SignedPages.levels(signed.pdf())).containsOnly(SignatureLevel.PAdES_BASELINE_T);
            assertThat(authority.questions()).isPositive();
        }
    }

    @Test
    void aListOfAStrangerProvesNothingEither() throws Exception {
        try (var authority = new RevocationAuthority(now, Manner.SILENT, Manner.BY_A_STRANGER)) {
            assertThat(signed(authority).orElseThrow().signatures()).allMatch(made -> made.level() == Level.T);
            assertThat(authority.lists()).isPositive();
        }
    }

    @Test
    void nothingGoesOutThatARevokedCertificateSigned() throws Exception {
        try (var authority = new RevocationAuthority(now, Manner.REVOKED, Manner.SILENT)) {
            assertThat(signed(authority)).isEmpty();
        }
    }

    @Test
    void nobodyIsAskedUnlessItIsWanted() throws Exception {
        try (var authority = new RevocationAuthority(now, Manner.GOOD, Manner.GOOD)) {
            Signing.Signed signed = signed(authority, new LongTerm("off", Set.of(authority.host())))
                    .orElseThrow();

            assertThat(SignedPages.levels(signed.pdf())).containsOnly(SignatureLevel.PAdES_BASELINE_T);
            assertThat(authority.questions() + authority.lists()).isZero();
        }
    }

    @Test
    void nobodyInsideOurOwnNetworkIsAskedBecauseACertificateSaysSo() throws Exception {
        try (var authority = new RevocationAuthority(now, Manner.GOOD, Manner.GOOD)) {
            Signing.Signed signed =
                    signed(authority, new LongTerm("on", Set.of())).orElseThrow();

            assertThat(SignedPages.levels(signed.pdf())).containsOnly(SignatureLevel.PAdES_BASELINE_T);
            assertThat(authority.questions() + authority.lists()).isZero();
        }
    }

    private Optional<Signing.Signed> signed(RevocationAuthority authority) throws Exception {
        return signed(authority, new LongTerm("on", Set.of(authority.host())));
    }

    private Optional<Signing.Signed> signed(RevocationAuthority authority, LongTerm longTerm) throws Exception {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        var keys = new TokenKeys("token", () -> token(authority), Tokens.PIN, clock);
        try (var stamps = new TimeAuthority(now)) {
            return SignedPages.signing(keys, stamps.address(), longTerm, clock)
                    .sign(
                            SignedPages.page(),
                            SigningKeysContract.PERSON,
                            SigningKeysContract.UNIT,
                            "http://127.0.0.1/check/X");
        }
    }

    private static TokenKeys.Token token(RevocationAuthority authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, Tokens.PIN.toCharArray());
        for (Signatory each : List.of(SigningKeysContract.PERSON, SigningKeysContract.UNIT)) {
            KeyPair own = Certificates.pair();
            store.setKeyEntry(TokenKeys.label(each), own.getPrivate(), Tokens.PIN.toCharArray(), new Certificate[] {
                authority.certify(each.name(), own), authority.certificate()
            });
        }
        return new TokenKeys.Token(store, null);
    }
}
