package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.junit.jupiter.api.Test;
import vn.haidang.document.internal.SealImageUnitTests;

/** The seal that an organisation gave stands on what a real key of it signs, as large as it is, and on nothing else. */
class OwnSealUnitTests {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Color RED = new Color(0xDD0000);
    private static final OwnSeals GIVEN = unit ->
            new OwnSeals.OwnSeal(new UUID(1, 1), SealImageUnitTests.ring(RED, 500, BufferedImage.TYPE_INT_ARGB), 42);

    private final SigningKeys keys = new TokenKeys(
            "pkcs11",
            () -> Tokens.of(NOW.minus(Duration.ofDays(1)), SigningKeysContract.PERSON, SigningKeysContract.UNIT),
            Tokens.PIN,
            CLOCK);

    @Test
    void aRealKeyShowsItAsLargeAsItIsOverAThirdOfTheSignature() throws Exception {
        try (PDDocument pdf = signed(keys)) {
            PDAnnotationWidget leader = widget(pdf, 0);
            PDAnnotationWidget seal = widget(pdf, 1);

            assertThat(seal.getRectangle().getWidth() / 72 * 25.4f).isBetween(41.9f, 42.1f);
            assertThat(seal.getRectangle().getHeight())
                    .isEqualTo(seal.getRectangle().getWidth());
            assertThat((seal.getRectangle().getUpperRightX()
                                    - leader.getRectangle().getLowerLeftX())
                            / leader.getRectangle().getWidth())
                    .isBetween(0.32f, 0.34f);
            assertThat(picture(seal).getWidth()).isEqualTo(500);
            assertThat(picture(seal).getSoftMask()).isNotNull();
        }
    }

    @Test
    void aTrialNeverShowsIt() throws Exception {
        try (PDDocument pdf = signed(new Trial(keys))) {
            assertThat(picture(widget(pdf, 1)).getWidth()).isNotEqualTo(500);
            assertThat(widget(pdf, 1).getRectangle().getWidth() / 72 * 25.4f).isBetween(35.9f, 36.1f);
        }
    }

    private static PDDocument signed(SigningKeys keys) throws Exception {
        return Loader.loadPDF(SignedPages.signing(keys, GIVEN, CLOCK)
                .sign(
                        SignedPages.page(),
                        SigningKeysContract.PERSON,
                        SigningKeysContract.UNIT,
                        "https://city.example/check/X")
                .orElseThrow()
                .pdf());
    }

    private static PDAnnotationWidget widget(PDDocument pdf, int signature) throws Exception {
        return pdf.getSignatureFields().get(signature).getWidgets().getFirst();
    }

    private static PDImageXObject picture(PDAnnotationWidget widget) throws Exception {
        var resources = widget.getNormalAppearanceStream().getResources();
        COSName name = resources.getXObjectNames().iterator().next();
        return (PDImageXObject) resources.getXObject(name);
    }

    /** The same keys, but of an authority that the law does not know. */
    private record Trial(SigningKeys real) implements SigningKeys {

        @Override
        public String code() {
            return real.code();
        }

        @Override
        public Optional<SigningKey> of(Signatory signatory) {
            return real.of(signatory).map(Marked::new);
        }
    }

    private record Marked(SigningKey real) implements SigningKey {

        @Override
        public List<X509Certificate> chain() {
            return real.chain();
        }

        @Override
        public boolean trial() {
            return true;
        }

        @Override
        public String algorithm() {
            return real.algorithm();
        }

        @Override
        public byte[] sign(byte[] message) {
            return real.sign(message);
        }
    }
}
