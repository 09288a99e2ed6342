package vn.haidang.publicservice.internal.once;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.once.PaperRows.Held;
import vn.haidang.publicservice.internal.once.PaperRows.Paper;
import vn.haidang.registry.KeptResult;
import vn.haidang.registry.Parties;

/** Results from one's own store that stand in the place of an upload; none that its issuer has withdrawn. */
@Component
public class ReusedPapers {

    /** One of them, as whoever handles the dossier sees it. */
    public record Reused(
            String field, UUID file, String kind, String number, LocalDate issuedOn, String source, String sha256) {}

    /** A result with its file. */
    public record Offered(Held held, StoredFile file) {}

    static final String PREFIX = "paper.";
    private static final int MOST = 5;

    private final Drafts drafts;
    private final Parties parties;
    private final Files files;
    private final PaperRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReusedPapers(Drafts drafts, Parties parties, Files files, PaperRows rows, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.parties = parties;
        this.files = files;
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts a result of the reader's own store where a file is asked for; another's is answered like one that does not exist. */
    @Transactional
    public void use(DraftId draft, String page, String field, UUID result, Reader reader) {
        parties.result(result, reader).filter(this::counts).ifPresent(kept -> {
            FileId file = new FileId(kept.file());
            Draft before = drafts.get(draft, reader);
            StoredFile stored = files.get(file);
            boolean asked = before.form().page(page).flatMap(each -> each.field(field)).stream()
                    .anyMatch(each -> each.kind() == FormDefinition.Kind.FILE && takes(each, stored));
            if (!asked || before.files(field).contains(file)) {
                return;
            }
            drafts.attach(draft, field, file, reader);
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

    /**
     * What this reader may use again where a field asks for files of a type, newest first: the papers it names, or any where it names
     * none.
     */
    public List<Offered> offered(FormDefinition.Field field, Reader reader) {
        String source = field.source();
        List<Paper> named = source == null ? List.of() : named(source);
        if (source != null && named.isEmpty()) {
            return List.of();
        }
        List<Held> fitting = rows.held(parties.results(reader)).stream()
                .filter(held -> named.isEmpty() || named.stream().anyMatch(held::is))
                .limit(MOST)
                .toList();
        Map<UUID, StoredFile> stored =
                files
                        .all(fitting.stream()
                                .map(held -> new FileId(held.result().file()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(file -> file.id().value(), Function.identity()));
        return fitting.stream()
                .flatMap(held -> Stream.ofNullable(stored.get(held.result().file()))
                        .filter(file -> takes(field, file))
                        .map(file -> new Offered(held, file)))
                .toList();
    }

    private boolean counts(KeptResult kept) {
        return !rows.held(List.of(kept)).isEmpty();
    }

    private static boolean takes(FormDefinition.Field field, StoredFile file) {
        return field.rules().accept().isEmpty() || field.rules().accept().contains(file.mediaType());
    }

    /**
     * From now on it belongs to the application; what was taken out of the draft again is forgotten with it.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/paper-withdrawn} where its issuer withdrew it since it was taken
     */
    void handedIn(Application application) {
        if (take(application) > 0) {
            jdbc.sql("""
                            select p.number from publicservice.reused_paper p
                            join document.pub_withdrawn w on w.file = p.file
                            where p.application = :application
                            limit 1
                            """)
                    .param("application", application.id().value())
                    .query(String.class)
                    .optional()
                    .ifPresent(number -> {
                        throw PublicServiceProblems.paperWithdrawn(number);
                    });
        }
    }

    private int take(Application application) {
        return jdbc.sql("""
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

    /** The papers a field names as {@code paper.<code>}, several with slashes between, as far as some result can be one of them. */
    private List<Paper> named(String source) {
        if (!source.startsWith(PREFIX)) {
            return List.of();
        }
        List<String> codes = List.of(source.substring(PREFIX.length()).split("/"));
        return rows.papers(LocalDate.now(clock)).stream()
                .filter(paper -> paper.issued() && codes.contains(paper.code()))
                .toList();
    }
}
