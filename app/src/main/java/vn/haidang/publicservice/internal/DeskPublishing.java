package vn.haidang.publicservice.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.ServiceDraft;

/** Publishes a draft, in the caller's transaction: its rows become what is said of the service from then on. */
@Component
public class DeskPublishing {

    private final DeskWords words;
    private final PublishingRows rows;
    private final CatalogueRows catalogue;
    private final Publishing publishing;
    private final CatalogueCounting counting;
    private final Journal journal;

    DeskPublishing(
            DeskWords words,
            PublishingRows rows,
            CatalogueRows catalogue,
            Publishing publishing,
            CatalogueCounting counting,
            Journal journal) {
        this.words = words;
        this.rows = rows;
        this.catalogue = catalogue;
        this.publishing = publishing;
        this.counting = counting;
        this.journal = journal;
    }

    /** Until the end of the transaction nobody else publishes. */
    public void hold() {
        rows.turnEdition();
    }

    /**
     * The parts the new version lacks; the caller undoes everything when there are some. What says the same as the version before is
     * no new one: a button pressed twice publishes once. The caller holds whoever else publishes.
     *
     * @param said what a table said besides; a service that was never published needs it
     */
    public List<Part> publish(ServiceDraft draft, Map<String, @Nullable Object> said, LocalDate from, Reader by) {
        String code = draft.code();
        Service before = catalogue.current(code, from).orElse(null);
        if (before == null && said.isEmpty()) {
            throw PublicServiceProblems.noSuchService();
        }
        if (rows.plannedAfter(code, from)) {
            throw PublicServiceProblems.plannedAlready();
        }
        if (before != null && said.isEmpty() && draft.says(ServiceDraft.of(before))) {
            return before.missing();
        }
        words.write(draft, said, before, from);
        List<String> codes = List.of(code);
        rows.close(from, codes);
        rows.insertVersions(from, codes);
        rows.insertItems(from, codes);
        rows.insertWays(from, codes);
        rows.insertTerms(from, codes);
        if (before == null) {
            publishing.open(from, codes);
        }
        Service after = catalogue.current(code, from).orElseThrow(PublicServiceProblems::noSuchService);
        List<Part> missing = publishing.lacking(code, from);
        if (missing.isEmpty()) {
            counting.changed();
            journal.act(Act.of("publicservice/service-published", by.actor())
                    .on(subject(code))
                    .changed("version", before == null ? null : before.version(), after.version())
                    .changed("from", null, from));
        }
        return missing;
    }

    public static Subject subject(String code) {
        return new Subject("publicservice/service", UuidCreator.getNameBasedSha1("publicservice/" + code));
    }
}
