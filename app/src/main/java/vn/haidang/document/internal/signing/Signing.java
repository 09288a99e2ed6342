package vn.haidang.document.internal.signing;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts the leader's signature, then the organisation's, on a document, each over all that was there before, and a time stamp over both
 * where a service is configured.
 */
@Component
public class Signing {

    private static final Logger log = LoggerFactory.getLogger(Signing.class);
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    /** Where a template names no place: lower right, in points of an A4 page. */
    private static final PDRectangle USUAL = new PDRectangle(330, 200, 170, 60);

    /** One signature as it was made. */
    public record Made(Signatory signatory, String serial, boolean trial, Level level, Instant at) {}

    /** The document with its signatures. */
    public record Signed(byte[] pdf, List<Made> signatures) {}

    private final SigningKeys keys;
    private final Pictures pictures;
    private final TimeStamps timeStamps;
    private final MessageSource messages;
    private final Clock clock;

    Signing(
            List<SigningKeys> places,
            @Value("${haidang.signing.keys:software}") String chosen,
            Pictures pictures,
            TimeStamps timeStamps,
            MessageSource messages,
            Clock clock) {
        this.keys = places.stream()
                .filter(place -> place.code().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new vn.haidang.StartRefused("HAIDANG_SIGNING=" + chosen + " must be one of "
                        + places.stream().map(SigningKeys::code).sorted().toList()));
        this.pictures = pictures;
        this.timeStamps = timeStamps;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether documents are signed within the act that gives them out. */
    public boolean atOnce() {
        return keys.atOnce();
    }

    /** Whether a signature within the act waits for a service on the network. */
    public boolean waitsForTime() {
        return atOnce() && timeStamps.asks();
    }

    /**
     * In the caller's transaction. Empty where one of the two cannot sign now; the document then waits.
     *
     * @param address of the page that checks it, drawn where the template leaves a place
     */
    public Optional<Signed> sign(
            byte[] pdf, Signatory.Person leader, Signatory.Organisation organisation, String address) {
        try {
            SigningKey hand = keys.of(leader).orElse(null);
            SigningKey seal = keys.of(organisation).orElse(null);
            if (hand == null || seal == null) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            Places places = new Places(address, pictures.placement());
            byte[] first = PdfSigner.sign(
                    pdf, places::first, picture(leader, hand), words(leader, organisation, hand), hand, now);
            Pictures.Shown shown = pictures.seal(organisation, seal.trial());
            byte[] second = PdfSigner.sign(
                    first,
                    document -> places.second(shown),
                    shown.picture(),
                    words(organisation, organisation, seal),
                    seal,
                    now);
            TimeStamps.Result stamped = timeStamps.over(second);
            return Optional.of(new Signed(
                    stamped.pdf(),
                    List.of(made(leader, hand, stamped.level(), now), made(organisation, seal, stamped.level(), now))));
        } catch (SigningFailed failure) {
            log.warn("a document waits for its signatures: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The signature of one person alone, in the caller's transaction. Empty where the key cannot sign now.
     *
     * @param at where they work
     */
    public Optional<Signed> byHand(byte[] pdf, Signatory.Person person, Signatory.Organisation at, String address) {
        try {
            SigningKey hand = keys.of(person).orElse(null);
            if (hand == null) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            byte[] signed = PdfSigner.sign(
                    pdf,
                    new Places(address, pictures.placement())::first,
                    picture(person, hand),
                    words(person, at, hand),
                    hand,
                    now);
            TimeStamps.Result stamped = timeStamps.over(signed);
            return Optional.of(new Signed(stamped.pdf(), List.of(made(person, hand, stamped.level(), now))));
        } catch (SigningFailed failure) {
            log.warn("a document waits for its signature: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    private Picture picture(Signatory signatory, SigningKey key) {
        return pictures.of(signatory, key.trial());
    }

    private PdfSigner.Words words(Signatory signatory, Signatory.Organisation at, SigningKey key) {
        return new PdfSigner.Words(
                signatory.name(),
                messages.getMessage(
                        key.trial() ? "document.sign.reason-trial" : "document.sign.reason", null, VIETNAMESE),
                at.name());
    }

    private static Made made(Signatory signatory, SigningKey key, Level level, Instant at) {
        X509Certificate own = key.chain().getFirst();
        return new Made(signatory, own.getSerialNumber().toString(16), key.trial(), level, at);
    }

    /** Where things go on this document; found once, when its first signature is put on. */
    private static final class Places {

        private final String address;
        private final Placement placement;
        private PageMarks.Place place = new PageMarks.Place(0, USUAL);

        Places(String address, Placement placement) {
            this.address = address;
            this.placement = placement;
        }

        PageMarks.Place first(PDDocument document) throws IOException {
            var code = PageMarks.take(document, PageMarks.CHECK);
            if (code.isPresent()) {
                PageMarks.code(document, code.get(), address);
            }
            place = PageMarks.take(document, PageMarks.SIGNATURE)
                    .orElseGet(() -> new PageMarks.Place(document.getNumberOfPages() - 1, USUAL));
            return new PageMarks.Place(place.page(), placement.leader(place.area()));
        }

        PageMarks.Place second(Pictures.Shown seal) {
            int width = seal.width() == null ? placement.sealWidth() : seal.width();
            float shape = (float) seal.picture().height() / seal.picture().width();
            return new PageMarks.Place(place.page(), placement.seal(place.area(), width, shape));
        }
    }
}
