package vn.haidang.form.internal.build;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.form.FormChange;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.internal.DefinitionReader;
import vn.haidang.form.internal.DefinitionWriter;
import vn.haidang.form.internal.Definitions;
import vn.haidang.form.internal.Lookups;
import vn.haidang.form.internal.Trial;
import vn.haidang.form.internal.build.FormDifferences.Difference;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.Foreseen;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Where administrators write forms: one draft for each code, kept right or wrong; published as the next version, from when on whoever
 * begins the form begins with it. Whoever began an earlier version ends it. Everything is journaled.
 */
@Component
public class FormDrafts {

    /** A draft is not right yet. */
    public static final String REFUSED = "form/definition-refused";

    /** Codes that stand for something else in addresses. */
    private static final List<String> TAKEN = List.of("import", "draft", "shared");

    /**
     * What publishing would do.
     *
     * @param before the version in force, null where there is none
     * @param token stands for what was shown; publishing asks for it again
     */
    public record Proposal(
            @Nullable FormDefinition before,
            FormDefinition after,
            List<Difference> differences,
            List<FormDraftRows.Version> versions,
            Foreseen foreseen,
            String token) {}

    private final FormDraftRows rows;
    private final Definitions definitions;
    private final Journal journal;
    private final Consequences consequences;
    private final DefinitionReader reader;

    FormDrafts(
            FormDraftRows rows, Definitions definitions, Journal journal, Consequences consequences, Lookups lookups) {
        this.reader = new DefinitionReader(lookups);
        this.rows = rows;
        this.definitions = definitions;
        this.journal = journal;
        this.consequences = consequences;
    }

    public List<FormDraftRows.Stored> all() {
        return rows.all();
    }

    public Optional<FormDraftRows.Stored> find(String code) {
        return rows.find(code);
    }

    /** @throws ProblemException {@code form/no-such-definition-draft} */
    public FormDraftRows.Stored get(String code) {
        return rows.find(code).orElseThrow(FormDrafts::noSuchDraft);
    }

    public List<FormDraftRows.Version> versions(String code) {
        return rows.versions(code);
    }

    /** What a draft reads as, with everything that is wrong with it. */
    public Trial tried(FormDraft draft) {
        return tried(draft, rows.versions(draft.code()));
    }

    private Trial tried(FormDraft draft, List<FormDraftRows.Version> versions) {
        return reader.attempt(DraftDocument.tree(Lengths.readable(draft), nextVersion(versions, draft.code())))
                .refusing(Doubles.refused(draft))
                .refusing(Lengths.refused(draft));
    }

    /** A draft as the document it would be. */
    public String document(FormDraft draft) {
        return DefinitionWriter.write(
                DraftDocument.tree(draft, nextVersion(rows.versions(draft.code()), draft.code())));
    }

    /**
     * Begins a form that does not exist.
     *
     * @throws ProblemException {@code form/code-malformed}, {@code form/code-taken}
     */
    @Transactional
    public void create(String code, Map<String, String> says, Reader by) {
        if (code.length() > 60 || !code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || TAKEN.contains(code)) {
            throw Problem.of("form/code-malformed", 422).exception();
        }
        if (definitions.codes().contains(code)) {
            throw Problem.of("form/code-taken", 422, code).exception();
        }
        begin(new FormDraft(code, says, List.of(), 0), "form/definition-draft-begun", by);
    }

    /**
     * Begins the next version of a form with what one of its versions says.
     *
     * @throws ProblemException {@code form/no-such-form}, {@code form/draft-exists}
     */
    @Transactional
    public void begin(String code, int version, Reader by) {
        FormDefinition form = definitions
                .version(code, version)
                .orElseThrow(() -> Problem.of("form/no-such-form", 404, code).exception());
        begin(DraftDocument.of(form), "form/definition-draft-begun", by);
    }

    /**
     * Takes a document as a draft, whole or not at all; the version it names is not kept.
     *
     * @return the code of the form
     * @throws vn.haidang.form.internal.DefinitionRefused naming the place
     * @throws ProblemException {@code form/code-malformed}, {@code form/draft-exists}
     */
    @Transactional
    public String take(String yaml, Reader by) {
        FormDefinition form = reader.read(yaml);
        if (TAKEN.contains(form.code())) {
            throw Problem.of("form/code-malformed", 422).exception();
        }
        begin(DraftDocument.of(form), "form/definition-imported", by);
        return form.code();
    }

    private void begin(FormDraft draft, String verb, Reader by) {
        if (!rows.insert(draft, by)) {
            throw Problem.of("form/draft-exists", 409, draft.code()).exception();
        }
        journal.act(Act.of(verb, by.actor()).on(subject(draft.code())));
    }

    /**
     * Changes the draft as it stands now; what says the same as before changes nothing.
     *
     * @throws ProblemException {@code form/no-such-definition-draft}
     */
    @Transactional
    public FormDraft change(String code, UnaryOperator<FormDraft> change, Reader by) {
        FormDraft before = rows.hold(code).orElseThrow(FormDrafts::noSuchDraft).draft();
        FormDraft after = change.apply(before);
        if (!after.equals(before)) {
            rows.update(after, by);
            journal.act(Act.of("form/definition-draft-saved", by.actor())
                    .on(subject(code))
                    .changed("draft", before, after));
        }
        return after;
    }

    /** Throws the draft away; nothing else changes. */
    @Transactional
    public void discard(String code, Reader by) {
        if (rows.delete(code)) {
            journal.act(Act.of("form/definition-draft-discarded", by.actor()).on(subject(code)));
        }
    }

    /** @throws ProblemException {@code form/no-such-definition-draft}, {@code form/definition-refused} while something is wrong with it */
    public Proposal propose(String code, HttpServletRequest request) {
        return proposal(get(code).draft(), request);
    }

    /**
     * Publishes the draft as it was shown; empty when that is done. Otherwise something changed meanwhile: nothing is published, and
     * the answer is to be shown again.
     *
     * @throws ProblemException {@code form/no-such-definition-draft}, {@code form/definition-refused}, {@code form/nothing-changed}
     */
    @Transactional
    public Optional<Proposal> publish(String code, String token, Reader by, HttpServletRequest request) {
        FormDraft draft = rows.hold(code).orElseThrow(FormDrafts::noSuchDraft).draft();
        Proposal proposal = proposal(draft, request);
        if (proposal.differences().isEmpty()) {
            throw Problem.of("form/nothing-changed", 409).exception();
        }
        if (!proposal.token().equals(token)) {
            return Optional.of(proposal);
        }
        FormDefinition before = proposal.before();
        rows.publish(proposal.after(), by);
        rows.delete(code);
        definitions.changed();
        journal.act(Act.of("form/definition-published", by.actor())
                .on(subject(code))
                .changed(
                        "version",
                        before == null ? null : before.version(),
                        proposal.after().version())
                .changed("content", null, DefinitionWriter.write(proposal.after())));
        consequences.settle(new FormChange(before, proposal.after()), true, request);
        return Optional.empty();
    }

    private Proposal proposal(FormDraft draft, HttpServletRequest request) {
        String code = draft.code();
        List<FormDraftRows.Version> versions = rows.versions(code);
        FormDefinition after = tried(draft, versions).whole();
        if (after == null) {
            throw Problem.of(REFUSED, 409).exception();
        }
        FormDefinition before = definitions.current(code).orElse(null);
        Foreseen foreseen = consequences.foresee(new FormChange(before, after), request);
        return new Proposal(
                before,
                after,
                FormDifferences.between(before, after),
                versions,
                foreseen,
                after.version() + "."
                        + Integer.toHexString(DefinitionWriter.write(after).hashCode()) + "." + foreseen.fingerprint());
    }

    private int nextVersion(List<FormDraftRows.Version> versions, String code) {
        return 1
                + Math.max(
                        definitions.shippedVersion(code),
                        versions.stream()
                                .mapToInt(FormDraftRows.Version::version)
                                .max()
                                .orElse(0));
    }

    public static Subject subject(String code) {
        return new Subject("form/definition", UuidCreator.getNameBasedSha1("form/" + code));
    }

    private static ProblemException noSuchDraft() {
        return Problem.of("form/no-such-definition-draft", 404).exception();
    }
}
