package vn.haidang.publicservice.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Upload;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.Service;

/**
 * The papers of a dossier at the desk: every file of the form and everything the service lists, each noted as it came and scanned
 * under its own name (Circular 01/2023/TT-VPCP). What an agency holds as data is not asked for on paper.
 */
@Component
public class ReceptionPapers {

    static final String ITEM = "item-";
    static final String FIELD = "field-";

    /** In bytes; what a scanner at the desk or a phone makes of a paper. */
    private static final long LARGEST = 20L * 1024 * 1024;

    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");

    private final Receptions receptions;
    private final ComponentRows rows;
    private final CatalogueRows catalogue;
    private final Drafts drafts;
    private final Files files;
    private final ReceptionTraces traces;

    ReceptionPapers(
            Receptions receptions,
            ComponentRows rows,
            CatalogueRows catalogue,
            Drafts drafts,
            Files files,
            ReceptionTraces traces) {
        this.receptions = receptions;
        this.rows = rows;
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.files = files;
        this.traces = traces;
    }

    /** All of them in order: the files of the form, then what the service lists. */
    public List<Paper> of(Reception reception, Reader officer) {
        Map<String, Paper> noted = rows.of(reception.id());
        List<Paper> papers = new ArrayList<>();
        DraftId begun = reception.draft();
        if (begun != null && !reception.finished()) {
            papers.addAll(filed(drafts.get(begun, reception.by(officer)), noted, reception.officerName()));
        } else {
            noted.values().stream()
                    .filter(paper -> paper.part().startsWith(FIELD))
                    .forEach(papers::add);
        }
        for (Service.Item item : service(reception).items()) {
            String part = ITEM + item.ordinal();
            Paper known = noted.get(part);
            papers.add(new Paper(
                    part,
                    item.name().in(false),
                    item.name().in(true),
                    item.required(),
                    item.fromRegistry(),
                    known == null ? null : known.original(),
                    known == null ? null : known.scan()));
        }
        return papers;
    }

    /** The files of the form as papers; that there is one is seen, how it came must be said. */
    private List<Paper> filed(Draft draft, Map<String, Paper> noted, String officer) {
        List<FormDefinition.Field> fields = draft.form()
                .fields()
                .filter(field -> field.kind() == FormDefinition.Kind.FILE)
                .filter(field -> !draft.files(field.name()).isEmpty())
                .toList();
        Map<FileId, StoredFile> stored = new HashMap<>();
        files.all(fields.stream()
                        .flatMap(field -> draft.files(field.name()).stream())
                        .toList())
                .forEach(file -> stored.put(file.id(), file));
        return fields.stream()
                .map(field -> {
                    Paper known = noted.get(FIELD + field.name());
                    return new Paper(
                            FIELD + field.name(),
                            field.label().vi(),
                            field.label().en(),
                            true,
                            false,
                            known == null ? null : known.original(),
                            scan(stored.get(draft.files(field.name()).getFirst()), officer));
                })
                .toList();
    }

    private static Paper.@Nullable Scan scan(@Nullable StoredFile file, String by) {
        return file == null
                ? null
                : new Paper.Scan(
                        file.id(), file.name(), file.mediaType(), file.bytes(), file.sha256(), by, file.storedAt());
    }

    /**
     * Notes how one paper came, and keeps its scan.
     *
     * @param upload null where nothing new was scanned
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-paper}, {@code publicservice/nothing-on-paper} for a scan of
     *     what did not come on paper, {@code publicservice/reception-finished} and those of files
     */
    @Transactional
    public void note(UUID id, String part, Paper.Original original, @Nullable Upload upload, Reader officer) {
        Reception reception = receptions.open(id, officer);
        Paper before = of(reception, officer).stream()
                .filter(paper -> paper.part().equals(part))
                .findFirst()
                .orElseThrow(PublicServiceProblems::noSuchPaper);
        boolean ofForm = part.startsWith(FIELD);
        if ((upload != null && ofForm) || (!original.onPaper() && (upload != null || ofForm))) {
            throw PublicServiceProblems.nothingOnPaper();
        }
        if (original != before.original()) {
            rows.note(id, before.noted(original), receptions.now());
            traces.noted(reception, before, original, officer);
        }
        if (upload != null) {
            digitise(reception, before, upload, officer);
        }
    }

    private void digitise(Reception reception, Paper paper, Upload upload, Reader officer) {
        try (InputStream bytes = upload.bytes().open()) {
            StoredFile file = files.store(
                    upload.name(), bytes, LARGEST, TYPES, reception.by(officer).actor());
            rows.digitised(
                    reception.id(), paper.part(), file, Own.account(officer), officer.displayName(), receptions.now());
            if (paper.scan() == null || !paper.scan().sha256().equals(file.sha256())) {
                traces.digitised(reception, paper, file.id(), file.sha256(), officer);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The scans of the form become papers like the others, for the dossier that is handed in now. */
    void settle(Reception reception, List<Paper> papers, Reader officer) {
        for (Paper paper : papers) {
            Paper.Scan scan = paper.scan();
            if (paper.part().startsWith(FIELD) && scan != null) {
                rows.digitised(
                        reception.id(),
                        paper.part(),
                        files.get(scan.file()),
                        Own.account(officer),
                        officer.displayName(),
                        scan.at());
            }
        }
    }

    private Service service(Reception reception) {
        return catalogue
                .current(reception.serviceCode(), receptions.today())
                .orElseThrow(() -> PublicServiceProblems.notStartable(reception.serviceCode()));
    }
}
