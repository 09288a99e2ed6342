package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.publicservice.internal.CatalogueRows;
import vn.haidang.publicservice.internal.DeskPublishing;
import vn.haidang.publicservice.internal.DraftRows;
import vn.haidang.publicservice.internal.ServiceTable;

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
                .orElseGet(() -> ServiceDraft.of(catalogue
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
        if (draft.says(before)) {
            return;
        }
        rows.save(draft, by, clock.instant());
        journal.act(Act.of("publicservice/draft-saved", by.actor())
                .on(DeskPublishing.subject(draft.code()))
                .changed("draft", before, draft));
    }

    /** Services that are drafted and were never published: their names by code. */
    public Map<String, String> founded() {
        return rows.founded();
    }

    /** The codes of those lines of a table that say what stands here already: as a draft or, without one, in force. */
    public Set<String> standing(List<ServiceTable.Line> lines) {
        var codes = lines.stream().map(line -> line.draft().code()).toList();
        var drafted = rows.lines(codes);
        var said = rows.inForce(codes);
        var current =
                catalogue.all(LocalDate.now(clock)).stream().collect(Collectors.toMap(Service::code, ServiceDraft::of));
        return lines.stream()
                .filter(line -> {
                    var code = line.draft().code();
                    var draft = drafted.get(code);
                    return draft != null
                            ? line.draft().says(draft.draft()) && rows.same(line.said(), draft.said())
                            : says(line.draft(), current.get(code))
                                    && rows.same(line.said(), said.getOrDefault(code, Map.of()));
                })
                .map(line -> line.draft().code())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean says(ServiceDraft draft, @Nullable ServiceDraft current) {
        return current != null && draft.says(current);
    }

    /** Stands for all that is drafted and in force of these services; another when any of it is another. */
    public String fingerprint(List<ServiceTable.Line> lines) {
        var codes = lines.stream().map(line -> line.draft().code()).sorted().toList();
        var drafted = rows.lines(codes);
        var said = rows.inForce(codes);
        return Integer.toHexString(codes.stream()
                .map(code -> String.valueOf(drafted.get(code)) + said.get(code))
                .toList()
                .hashCode());
    }

    /** Drafts the services of a table, new ones among them, all or none. What stands here already changes nothing. */
    @Transactional
    public void take(List<ServiceTable.Line> lines, Reader by) {
        var standing = standing(lines);
        var taken = lines.stream()
                .filter(line -> !standing.contains(line.draft().code()))
                .toList();
        if (taken.isEmpty()) {
            return;
        }
        rows.save(taken, by, clock.instant());
        var act = Act.of("publicservice/drafts-taken", by.actor()).changed("services", null, taken.size());
        taken.forEach(line -> act.on(DeskPublishing.subject(line.draft().code()))
                .changed("draft " + line.draft().code(), null, line.draft()));
        journal.act(act);
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
     *     {@code publicservice/planned-already}, {@code publicservice/no-way-time}, {@code publicservice/no-way-fee}
     */
    public List<Part> publish(String code, LocalDate from, Reader by) {
        if (from.isBefore(LocalDate.now(clock))) {
            throw PublicServiceProblems.publishInPast(from);
        }
        return requireNonNull(transaction.execute(status -> {
            publishing.hold();
            ServiceDraft draft = get(code);
            draft.wrongWays().forEach(way -> {
                throw way.timeWrong() ? PublicServiceProblems.noWayTime() : PublicServiceProblems.noWayFee();
            });
            List<Part> missing = publishing.publish(draft, rows.said(code), from, by);
            if (missing.isEmpty()) {
                rows.delete(code);
            } else {
                status.setRollbackOnly();
            }
            return missing;
        }));
    }
}
