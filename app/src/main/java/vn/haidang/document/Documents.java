package vn.haidang.document;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.document.internal.DocumentText;
import vn.haidang.document.internal.IssuedRows;
import vn.haidang.document.internal.Signatures;
import vn.haidang.document.internal.signing.Signing;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;

/**
 * Makes official documents from templates, signs them and gives them numbers without gaps per unit, kind and year. What nobody who may
 * has signed yet waits for a head of the issuer.
 */
@Component
public class Documents {

    private static final long LARGEST = 20L * 1024 * 1024;

    /**
     * What to issue.
     *
     * @param template code of a template, for example {@code birth-certificate}
     * @param kind short code of the kind; each kind has its own numbers
     * @param signer who gives it out, and signs it where they may do so at the issuer
     * @param fields values for the template's merge fields; {@code document.number}, {@code document.day}, {@code document.month},
     *     {@code document.year}, {@code signer.name}, {@code signer.title}, {@code check.code} and {@code check.address} are added
     * @param subjectType noun of the owning module
     * @param hands who signs
     */
    public record Issue(
            String template,
            String kind,
            UnitId issuer,
            Reader signer,
            String signerName,
            String signerTitle,
            Map<String, String> fields,
            String subjectType,
            UUID subjectId,
            Actor by,
            Hands hands) {

        public Issue {
            fields = Map.copyOf(fields);
        }

        /** Signed by the leader, then by the organisation. */
        public Issue(
                String template,
                String kind,
                UnitId issuer,
                Reader signer,
                String signerName,
                String signerTitle,
                Map<String, String> fields,
                String subjectType,
                UUID subjectId,
                Actor by) {
            this(
                    template,
                    kind,
                    issuer,
                    signer,
                    signerName,
                    signerTitle,
                    fields,
                    subjectType,
                    subjectId,
                    by,
                    Hands.LEADER_AND_SEAL);
        }
    }

    /** Who signs a document. */
    public enum Hands {
        /** Whoever may sign for the issuer, then the issuer. */
        LEADER_AND_SEAL,
        /** Whoever gives it out, in their own name alone; where they cannot, it waits for a head of the issuer. */
        OWN_HAND,
        /** Whoever gives it out, in their own name alone; where they cannot, it goes out unsigned and says so. */
        OWN_HAND_IF_ANY
    }

    /** The lines of a repeated part {@code name} as merge fields, to be put among the others. */
    public static Map<String, String> lines(String name, List<Map<String, String>> lines) {
        Map<String, String> fields = new HashMap<>();
        fields.put(name, Integer.toString(lines.size()));
        for (int line = 0; line < lines.size(); line++) {
            String before = name + "." + (line + 1) + ".";
            lines.get(line).forEach((field, value) -> fields.put(before + field, value));
        }
        return fields;
    }

    /** How often a document is made anew because another one took its number while it waited for its time stamp; then it holds its number. */
    private static final int TRIES = 5;

    /** A document with its number, not stored yet. */
    private record Made(
            int running,
            String number,
            String code,
            Map<String, String> fields,
            DocumentText.Draft draft,
            Optional<Signing.Signed> signed) {}

    private final IssuedRows rows;
    private final DocumentText text;
    private final Signatures signatures;
    private final Files files;
    private final Journal journal;
    private final Clock clock;

    Documents(IssuedRows rows, DocumentText text, Signatures signatures, Files files, Journal journal, Clock clock) {
        this.rows = rows;
        this.text = text;
        this.signatures = signatures;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Numbers, renders, signs and stores the document in the caller's transaction; the number of a rolled-back act is used again. A
     * document that cannot be signed now is issued all the same, and waits unless one hand alone would do. Where a time-stamp service is
     * asked, the number is taken when the document is ready, so that nobody else's waits for the network.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedDocument issue(Issue issue) {
        LocalDate today = LocalDate.now(clock);
        Made made = numbered(issue, today);
        Optional<Signing.Signed> signed = made.signed();
        StoredFile file = files.store(
                issue.kind() + "-" + made.number().replace('/', '-') + ".pdf",
                new ByteArrayInputStream(
                        signed.map(Signing.Signed::pdf).orElse(made.draft().pdf())),
                LARGEST,
                Set.of("application/pdf"),
                issue.by());

        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        IssuedDocument document = new IssuedDocument(id, made.number(), issue.kind(), issue.issuer(), today, file.id());
        rows.insert(
                document,
                made.running(),
                made.draft().template(),
                issue.subjectType(),
                issue.subjectId(),
                new IssuedRows.Copy(made.code(), file.sha256()),
                issue.by().id());
        if (signed.isPresent()) {
            signatures.keep(id, signed.get());
        } else if (issue.hands() != Hands.OWN_HAND_IF_ANY) {
            signatures.wait(id, issue.issuer(), made.fields());
        }
        journal.act(Act.of(signed.isPresent() ? "document/issued-signed" : "document/issued", issue.by())
                .on(new Subject("document/issued", id))
                .on(new Subject(issue.subjectType(), issue.subjectId()))
                .changed("sha256", null, file.sha256()));
        return document;
    }

    private Made numbered(Issue issue, LocalDate today) {
        int year = today.getYear();
        for (int tries = 0; tries < TRIES && signatures.waitForTime(); tries++) {
            Made made = made(issue, today, rows.ahead(issue.issuer(), issue.kind(), year, issue.template()));
            if (rows.take(issue.issuer(), issue.kind(), year, made.running())) {
                return made;
            }
        }
        return made(issue, today, rows.next(issue.issuer(), issue.kind(), year, issue.template()));
    }

    private Made made(Issue issue, LocalDate today, IssuedRows.Next next) {
        String number = IssuedDocument.number(next.number(), today.getYear());
        String code = text.newCode();
        Map<String, String> fields = fields(issue, number, today);
        DocumentText.Draft draft = text.of(issue.template(), next.own(), fields, code);
        return new Made(next.number(), number, code, fields, draft, signed(issue, draft, code));
    }

    private Optional<Signing.Signed> signed(Issue issue, DocumentText.Draft draft, String code) {
        if (!signatures.atOnce()) {
            return Optional.empty();
        }
        String address = text.address(code);
        return switch (issue.hands()) {
            case LEADER_AND_SEAL ->
                signatures.sign(draft.pdf(), issue.signer(), issue.signerName(), issue.issuer(), address);
            case OWN_HAND, OWN_HAND_IF_ANY ->
                signatures.byHand(draft.pdf(), issue.signer(), issue.signerName(), issue.issuer(), address);
        };
    }

    /** The latest document of a subject. */
    public Optional<IssuedDocument> of(String subjectType, UUID subjectId) {
        return rows.latest(subjectType, subjectId);
    }

    /** The merge fields of a template in force for which whoever issues must give values. */
    public Set<String> needs(String template) {
        return text.fields(template, rows.own(template)).stream()
                .filter(field -> !field.matches("(document|signer|check)\\..*"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> fields(Issue issue, String number, LocalDate today) {
        Map<String, String> fields = new HashMap<>(issue.fields());
        fields.put("document.number", number);
        fields.put("document.day", "%02d".formatted(today.getDayOfMonth()));
        fields.put("document.month", "%02d".formatted(today.getMonthValue()));
        fields.put("document.year", Integer.toString(today.getYear()));
        fields.put("signer.name", issue.signerName());
        fields.put("signer.title", issue.signerTitle());
        return fields;
    }
}
