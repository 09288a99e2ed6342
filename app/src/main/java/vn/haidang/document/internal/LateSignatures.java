package vn.haidang.document.internal;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.document.DocumentSigned;
import vn.haidang.document.internal.signing.Signing;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Signs what waits: the document is made anew with the name and title of whoever signs, keeps number, day and code, and takes the place of
 * the unsigned file wherever that was kept.
 */
@Component
public class LateSignatures {

    private static final long LARGEST = 20L * 1024 * 1024;
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    /** What a signature needs of others. */
    @Component
    record Office(Accounts accounts, Powers powers, Files files, Journal journal, ApplicationEventPublisher events) {}

    private final WaitingRows waiting;
    private final Signatures signatures;
    private final DocumentText text;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Office office;

    LateSignatures(
            WaitingRows waiting,
            Signatures signatures,
            DocumentText text,
            JsonMapper json,
            MessageSource messages,
            Office office) {
        this.waiting = waiting;
        this.signatures = signatures;
        this.text = text;
        this.json = json;
        this.messages = messages;
        this.office = office;
    }

    /** What waits where this reader may sign, the oldest first; at most {@link WaitingRows#MOST}. */
    public List<WaitingRows.Waiting> of(Reader reader) {
        return waiting.of(units(reader));
    }

    public long count(Reader reader) {
        return waiting.count(units(reader));
    }

    /**
     * The document as it will be signed, but for its signatures; reading it leaves a trace.
     *
     * @throws ProblemException {@code document/not-waiting}, the same for one of another unit
     */
    @Transactional
    public StoredFile read(UUID document, Reader reader) {
        WaitingRows.Whole whole = waiting.find(document)
                .filter(each -> units(reader).contains(each.waiting().issuer()))
                .orElseThrow(LateSignatures::notWaiting);
        office.journal()
                .read(
                        reader.actor(),
                        "document/before-signing",
                        List.of(
                                new Subject("document/issued", document),
                                new Subject(whole.subjectType(), whole.subjectId())));
        return office.files().get(whole.waiting().file());
    }

    /**
     * Signs it in the name of the reader and of its issuer.
     *
     * @throws ProblemException {@code document/not-waiting}, {@code document/key-silent}
     */
    @Transactional
    public void sign(UUID document, Reader by) {
        WaitingRows.Whole whole = waiting.hold(document)
                .filter(each -> units(by).contains(each.waiting().issuer()))
                .orElseThrow(LateSignatures::notWaiting);
        WaitingRows.Waiting shown = whole.waiting();
        DocumentText.Draft draft = text.again(shown.template(), shown.version(), fields(whole, by), whole.checkCode());
        Signing.Signed signed = signatures
                .sign(draft.pdf(), by, by.displayName(), shown.issuer(), text.address(whole.checkCode()))
                .orElseThrow(() -> Problem.of("document/key-silent", 503).exception());
        StoredFile file = office.files()
                .store(
                        office.files().get(shown.file()).name(),
                        new ByteArrayInputStream(signed.pdf()),
                        LARGEST,
                        Set.of("application/pdf"),
                        by.actor());
        waiting.signed(document, file.id(), file.sha256(), file.storedAt());
        signatures.keep(document, signed);
        office.journal()
                .act(Act.of("document/signed", by.actor())
                        .on(new Subject("document/issued", document))
                        .on(new Subject(whole.subjectType(), whole.subjectId()))
                        .changed("sha256", null, file.sha256()));
        office.events()
                .publishEvent(
                        new DocumentSigned(document, whole.subjectType(), whole.subjectId(), shown.file(), file.id()));
    }

    private Map<String, String> fields(WaitingRows.Whole whole, Reader by) {
        Map<String, String> fields = new HashMap<>(json.readValue(whole.fields(), FIELDS));
        fields.put("signer.name", by.displayName());
        fields.put("signer.title", title(by, whole.waiting().issuer()).toUpperCase(VIETNAMESE));
        return fields;
    }

    /** Never the title of whoever drew the document up, which would stand above the name of whoever signs it. */
    private String title(Reader by, UnitId issuer) {
        AccountId account = by.account();
        if (account == null) {
            return said();
        }
        return office.accounts()
                .title(account, issuer, Role.UNIT_HEAD)
                .or(() -> office.accounts().title(account, issuer, Role.LEADER))
                .orElseGet(this::said);
    }

    private String said() {
        return messages.getMessage("document.sign.title", null, VIETNAMESE);
    }

    private Set<UnitId> units(Reader reader) {
        return office.powers().units(reader, Signatures.ACTION);
    }

    private static ProblemException notWaiting() {
        return Problem.of("document/not-waiting", 404).exception();
    }
}
