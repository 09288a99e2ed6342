package vn.haidang.document;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
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
            Actor by) {

        public Issue {
            fields = Map.copyOf(fields);
        }
    }

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
     * document that cannot be signed now is issued all the same and waits.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedDocument issue(Issue issue) {
        LocalDate today = LocalDate.now(clock);
        int running = rows.next(issue.issuer(), issue.kind(), today.getYear());
        String number = IssuedDocument.number(running, today.getYear());
        String code = text.newCode();

        Map<String, String> fields = fields(issue, number, today);
        DocumentText.Draft draft = text.of(issue.template(), fields, code);
        Optional<Signing.Signed> signed =
                signatures.sign(draft.pdf(), issue.signer(), issue.signerName(), issue.issuer(), text.address(code));
        StoredFile file = files.store(
                issue.kind() + "-" + number.replace('/', '-') + ".pdf",
                new ByteArrayInputStream(signed.map(Signing.Signed::pdf).orElse(draft.pdf())),
                LARGEST,
                Set.of("application/pdf"),
                issue.by());

        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        IssuedDocument document = new IssuedDocument(id, number, issue.kind(), issue.issuer(), today, file.id());
        rows.insert(
                document,
                running,
                draft.template(),
                issue.subjectType(),
                issue.subjectId(),
                new IssuedRows.Copy(code, file.sha256()),
                issue.by().id());
        signatures.keep(id, issue.issuer(), signed, fields);
        journal.act(Act.of(signed.isPresent() ? "document/issued-signed" : "document/issued", issue.by())
                .on(new Subject("document/issued", id))
                .on(new Subject(issue.subjectType(), issue.subjectId()))
                .changed("sha256", null, file.sha256()));
        return document;
    }

    /** The latest document of a subject. */
    public Optional<IssuedDocument> of(String subjectType, UUID subjectId) {
        return rows.latest(subjectType, subjectId);
    }

    /** The merge fields of a template in force for which whoever issues must give values. */
    public Set<String> needs(String template) {
        return text.fields(template).stream()
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
