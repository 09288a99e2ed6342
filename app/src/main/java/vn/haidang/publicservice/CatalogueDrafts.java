package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.publicservice.internal.CatalogueRows;
import vn.haidang.publicservice.internal.DeskPublishing;
import vn.haidang.publicservice.internal.DraftRows;

/**
 * The catalogue as administrators write it: draft, published, superseded. A draft lacking one of the seven mandatory parts is not
 * published; what was published from a draft stands before what a later load of reference data says.
 */
@Component
public class CatalogueDrafts {

    private final DraftRows rows;
    private final DeskPublishing publishing;
    private final CatalogueRows catalogue;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CatalogueDrafts(
            DraftRows rows,
            DeskPublishing publishing,
            CatalogueRows catalogue,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.publishing = publishing;
        this.catalogue = catalogue;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Codes of services with a draft. */
    public List<String> open() {
        return rows.codes();
    }

    /**
     * The draft of a service; where there is none, what its present version says.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service}
     */
    public ServiceDraft get(String code) {
        return rows.find(code)
                .orElseGet(() -> of(catalogue
                        .current(code, LocalDate.now(clock))
                        .orElseThrow(PublicServiceProblems::noSuchService)));
    }

    /**
     * Keeps what was typed, right or wrong; what says the same as before changes nothing.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service}
     */
    @Transactional
    public void save(ServiceDraft draft, Reader by) {
        ServiceDraft before = get(draft.code());
        if (before.equals(draft)) {
            return;
        }
        rows.save(draft, by, clock.instant());
        journal.act(Act.of("publicservice/draft-saved", by.actor())
                .on(DeskPublishing.subject(draft.code()))
                .changed("draft", before, draft));
    }

    @Transactional
    public void discard(String code, Reader by) {
        if (rows.delete(code)) {
            journal.act(Act.of("publicservice/draft-discarded", by.actor()).on(DeskPublishing.subject(code)));
        }
    }

    /**
     * Publishes the draft from a day on; the version in force ends the day before.
     *
     * @return the parts it lacks, and then nothing was published; empty when it was
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service}, {@code publicservice/publish-in-past},
     *     {@code publicservice/planned-already}
     */
    public List<Part> publish(String code, LocalDate from, Reader by) {
        if (from.isBefore(LocalDate.now(clock))) {
            throw PublicServiceProblems.publishInPast(from);
        }
        return requireNonNull(transaction.execute(status -> {
            List<Part> missing = publishing.publish(get(code), from, by);
            if (missing.isEmpty()) {
                rows.delete(code);
            } else {
                status.setRollbackOnly();
            }
            return missing;
        }));
    }

    private static ServiceDraft of(Service service) {
        return new ServiceDraft(
                service.code(),
                service.name(),
                service.agency(),
                service.duration() == null ? "" : service.duration().code(),
                service.sets() == null ? "" : service.sets().toString(),
                service.audience(),
                service.ways().stream().map(Service.Way::channel).toList(),
                service.steps().stream().map(step -> step.in(false)).collect(Collectors.joining("\n")),
                service.items().stream().map(item -> item.name().in(false)).collect(Collectors.joining("\n")));
    }
}
