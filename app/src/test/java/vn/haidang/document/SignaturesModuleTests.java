package vn.haidang.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;

/** What two programs that are not ours say about our signatures. */
@WebTest
class SignaturesModuleTests {

    @TempDir
    Path folder;

    private final Notices notices;
    private final Documents documents;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private AccountId head;

    @SuppressWarnings("NullAway.Init")
    SignaturesModuleTests(
            ApplicationContext context,
            Documents documents,
            Accounts accounts,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.notices = Notices.in(context);
        this.documents = documents;
        this.accounts = accounts;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void aHead() {
        head = official(Role.UNIT_HEAD);
    }

    @Test
    void theHeadSignsThenTheOrganisationAndBothAreValidBaselineB() throws Exception {
        byte[] pdf = notices.pdf(notices.issued(head));

        SimpleReport report = validated(pdf);
        assertThat(report.getSignaturesCount()).isEqualTo(2);
        for (String signature : report.getSignatureIdList()) {
            assertThat(report.getIndication(signature))
                    .as(report.getSubIndication(signature) + " " + report.getAdESValidationErrors(signature))
                    .isEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.getSignatureFormat(signature)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        }
        assertThat(report.getSignatureIdList().stream().map(report::getSignedBy))
                .containsExactly("Vũ Thị Thuỷ", unitName());

        String said = pdfsig(pdf);
        assertThat(said).contains("Signature #2", "Total document signed").doesNotContain("Invalid", "mismatch");
        assertThat(said.split("Signature is Valid", -1)).hasSize(3);
    }

    @Test
    void aChangedByteIsFoundByBoth() throws Exception {
        byte[] pdf = notices.pdf(notices.issued(head));
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        pdf[text.indexOf("stream") + 40] ^= 1;

        SimpleReport report = validated(pdf);
        assertThat(report.getSignatureIdList())
                .allSatisfy(
                        signature -> assertThat(report.getIndication(signature)).isEqualTo(Indication.TOTAL_FAILED));
        assertThat(pdfsig(pdf)).contains("Digest Mismatch").doesNotContain("Signature is Valid");
    }

    @Test
    void theSealCoversAThirdOfTheSignatureOnItsLeft() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(notices.pdf(notices.issued(head)))) {
            List<PDRectangle> areas = pdf.getSignatureFields().stream()
                    .map(field -> field.getWidgets().getFirst().getRectangle())
                    .toList();
            PDRectangle leader = areas.getFirst();
            PDRectangle seal = areas.getLast();

            assertThat(seal.getLowerLeftX()).isLessThan(leader.getLowerLeftX());
            assertThat((seal.getUpperRightX() - leader.getLowerLeftX()) / leader.getWidth())
                    .isBetween(0.32f, 0.34f);
            assertThat(seal.getLowerLeftY()).isLessThan(leader.getUpperRightY());
        }
    }

    @Test
    void whatTheTrialAuthoritySignedSaysSo() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(notices.pdf(notices.issued(head)))) {
            assertThat(pdf.getSignatureDictionaries())
                    .hasSize(2)
                    .allSatisfy(signature -> assertThat(signature.getReason()).contains("chữ ký thử nghiệm"));
        }
        assertThat(certificate("person", head.value()).getSubjectX500Principal().getName())
                .contains("Chữ ký thử nghiệm");
        assertThat(database.sql("select bool_and(trial) from document.signature")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoMayNotSignThereLeavesTheDocumentWaiting() throws Exception {
        AccountId specialist = official(Role.SPECIALIST);
        IssuedDocument document = notices.issued(specialist);

        assertThat(pdfsig(notices.pdf(document))).contains("does not contain any signatures");
        assertThat(count("document.waiting", document.id())).isEqualTo(1);
        assertThat(count("document.signature", document.id())).isZero();
    }

    @Test
    void aKeyThatCannotBeOpenedAnyMoreFailsNoActAndLeavesTheDocumentWaiting() throws Exception {
        notices.issued(head);
        AccountId unlucky = official(Role.UNIT_HEAD);
        keyOfAnotherHome(unlucky, head);

        IssuedDocument document = notices.issued(unlucky);

        assertThat(pdfsig(notices.pdf(document))).contains("does not contain any signatures");
        assertThat(count("document.waiting", document.id())).isEqualTo(1);
        assertThat(documents.of("document/test", subjectOf(document))).contains(document);
    }

    @Test
    void whatAnOfficialGivesOutByOneHandAloneIsValidAndDoesNotWait() throws Exception {
        IssuedDocument document = notices.issued(official(Role.SPECIALIST), Documents.Hands.OWN_HAND);

        SimpleReport report = validated(notices.pdf(document));
        assertThat(report.getSignatureIdList()).hasSize(1);
        assertThat(report.getIndication(report.getSignatureIdList().getFirst())).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(count("document.signature", document.id())).isEqualTo(1);
        assertThat(count("document.waiting", document.id())).isZero();
    }

    @Test
    void anActThatFailedMadeNoKey() {
        transaction.executeWithoutResult(status -> {
            documents.issue(Notices.order(accounts.reader(head), Documents.Hands.LEADER_AND_SEAL));
            status.setRollbackOnly();
        });
        assertThat(keys(head)).isZero();

        notices.issued(head);
        notices.issued(head);
        assertThat(keys(head)).isEqualTo(1);
    }

    @Test
    void aPrivateKeyIsNotInTheDatabaseInTheClear() throws Exception {
        notices.issued(head);
        byte[] kept = database.sql("select sealed_key from document.signing_key where holder = :holder")
                .param("holder", head.value())
                .query(byte[].class)
                .single();

        assertThat(kept.length).isGreaterThan(60);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        new String(new byte[] {0x06, 0x07, 0x2A, (byte) 0x86, 0x48}, StandardCharsets.ISO_8859_1));
    }

    private AccountId official(Role role) {
        return notices.official("Vũ Thị Thuỷ", role);
    }

    private void keyOfAnotherHome(AccountId holder, AccountId like) {
        database.sql("""
                        insert into document.signing_key
                          (id, holder_kind, holder, name, certificate, sealed_key, made_at, valid_until)
                        select gen_random_uuid(), holder_kind, :holder, name, certificate, sealed_key, made_at, valid_until
                        from document.signing_key where holder = :like and ended_at is null
                        """)
                .param("holder", holder.value())
                .param("like", like.value())
                .update();
    }

    private UUID subjectOf(IssuedDocument document) {
        return database.sql("select subject_id from document.issued where id = :id")
                .param("id", document.id())
                .query(UUID.class)
                .single();
    }

    private SimpleReport validated(byte[] pdf) throws CertificateException {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(certificate("authority", new UUID(0, 0))));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCheckRevocationForUntrustedChains(false);
        var validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }

    private String pdfsig(byte[] pdf) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("signed.pdf"), pdf);
        Process process = new ProcessBuilder("pdfsig", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private X509Certificate certificate(String kind, UUID holder) throws CertificateException {
        byte[] encoded = database.sql("""
                        select certificate from document.signing_key
                        where holder_kind = :kind and holder = :holder and ended_at is null
                        """)
                .param("kind", kind)
                .param("holder", holder)
                .query(byte[].class)
                .single();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private String unitName() {
        return database.sql("select name from document.signing_key where holder = :holder and ended_at is null")
                .param("holder", Notices.COMMUNE.value())
                .query(String.class)
                .single();
    }

    private long keys(AccountId holder) {
        return database.sql("select count(*) from document.signing_key where holder = :holder")
                .param("holder", holder.value())
                .query(Long.class)
                .single();
    }

    private long count(String table, UUID document) {
        return database.sql("select count(*) from " + table + " where document = :document")
                .param("document", document)
                .query(Long.class)
                .single();
    }
}
