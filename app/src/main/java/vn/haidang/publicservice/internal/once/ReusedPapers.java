package vn.haidang.publicservice.internal.once;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.registry.KeptResult;
import vn.haidang.registry.Parties;

/** Results from one's own store that stand in the place of an upload; none that its issuer has withdrawn. */
@Component
public class ReusedPapers {

    /** One of them, as whoever handles the dossier sees it. */
    public record Reused(
            String field, UUID file, String kind, String number, LocalDate issuedOn, String source, String sha256) {}

    private final Drafts drafts;
    private final Parties parties;
    private final Files files;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReusedPapers(Drafts drafts, Parties parties, Files files, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.parties = parties;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts a result of the reader's own store where a file is asked for; another's is answered like one that does not exist. */
    @Transactional
    public void use(DraftId draft, String page, String field, UUID result, Reader reader) {
        parties.result(result, reader).filter(this::counts).ifPresent(kept -> {
            FileId file = new FileId(kept.file());
            Draft before = drafts.get(draft, reader);
            boolean asked = before.form().page(page).flatMap(each -> each.field(field)).stream()
                    .anyMatch(each -> each.kind() == FormDefinition.Kind.FILE);
            if (!asked || before.files(field).contains(file)) {
                return;
            }
            drafts.attach(draft, field, file, reader);
            StoredFile stored = files.get(file);
            jdbc.sql("""
                            insert into publicservice.reused_paper
                              (draft, field, file, result, kind, number, issued_on, source, sha256, taken_at)
                            values (:draft, :field, :file, :result, :kind, :number, :issuedOn, :source, :sha256, :now)
                            on conflict do nothing
                            """)
                    .param("draft", draft.value())
                    .param("field", field)
                    .param("file", kept.file())
                    .param("result", kept.id())
                    .param("kind", kept.kind())
                    .param("number", kept.number())
                    .param("issuedOn", kept.issuedOn())
                    .param("source", kept.source())
                    .param("sha256", stored.sha256())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        });
    }

    /** What may be used again by this reader, newest first; of some kinds, or of any. */
    public List<KeptResult> offered(Set<String> kinds, Reader reader) {
        List<KeptResult> fitting = parties.results(reader).stream()
                .filter(kept -> kinds.isEmpty() || kinds.contains(kept.kind()))
                .toList();
        Set<UUID> withdrawn = withdrawn(fitting);
        return fitting.stream()
                .filter(kept -> !withdrawn.contains(kept.file()))
                .limit(5)
                .toList();
    }

    /** The newest result of these kinds that somebody keeps, unless its issuer has withdrawn it. */
    Optional<KeptResult> heldBy(PartyId party, Set<String> kinds) {
        return parties.resultOf(party, kinds).filter(this::counts);
    }

    private boolean counts(KeptResult kept) {
        return withdrawn(List.of(kept)).isEmpty();
    }

    private Set<UUID> withdrawn(List<KeptResult> results) {
        if (results.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select file from document.pub_withdrawn where file = any (:files)")
                .param("files", results.stream().map(KeptResult::file).toArray(UUID[]::new))
                .query((row, number) -> row.getObject("file", UUID.class))
                .set();
    }

    /** From now on it belongs to the application; what was taken out of the draft again is forgotten with it. */
    void handedIn(Application application) {
        jdbc.sql("""
                        update publicservice.reused_paper set application = :application
                        where draft = :draft and application is null and file = any (:files)
                        """)
                .param("application", application.id().value())
                .param("draft", application.draft().value())
                .param(
                        "files",
                        application.files().stream()
                                .map(each -> each.file().value())
                                .toArray(UUID[]::new))
                .update();
    }

    /** The kinds of result that answer a field naming {@code paper.<code>}; none where the field names none. */
    public Set<String> kinds(String source) {
        String prefix = "paper.";
        if (!source.startsWith(prefix)) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        select unnest(kinds) from publicservice.known_paper where code = :code and valid @> cast(:day as date)
                        """)
                .param("code", source.substring(prefix.length()))
                .param("day", LocalDate.now(clock))
                .query(String.class)
                .list());
    }
}
