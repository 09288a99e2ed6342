package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications.Submission;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Reception;
import vn.haidang.ui.Screen;

/** The end of a reception: the dossier is handed in, once, and the person gets the receipt. */
@Component
public class HandingOver {

    private final Receptions receptions;
    private final ReceptionRows rows;
    private final ReceptionPapers papers;
    private final Submitting submitting;
    private final ApplicationRows applications;
    private final ReceptionTraces traces;

    HandingOver(
            Receptions receptions,
            ReceptionRows rows,
            ReceptionPapers papers,
            Submitting submitting,
            ApplicationRows applications,
            ReceptionTraces traces) {
        this.receptions = receptions;
        this.rows = rows;
        this.papers = papers;
        this.submitting = submitting;
        this.applications = applications;
        this.traces = traces;
    }

    /**
     * Hands it in; a second time answers with the same application. What came by post counts from its arrival: no source of ours
     * establishes that the day of posting does.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/papers-not-noted}, {@code form/not-complete},
     *     {@code publicservice/no-such-reception}
     */
    @Transactional
    public ApplicationId handIn(UUID id, Reader officer) {
        Reception reception = receptions.held(id, officer);
        ApplicationId before = reception.application();
        if (before != null) {
            return before;
        }
        var draft = reception.draft();
        if (draft == null) {
            throw PublicServiceProblems.papersNotNoted();
        }
        List<Paper> noted = papers.of(reception, officer);
        if (noted.stream().anyMatch(paper -> paper.required() && paper.original() == null)) {
            throw PublicServiceProblems.papersNotNoted();
        }
        Instant now = receptions.now();
        LocalDate day = LocalDate.ofInstant(now, zone());
        ApplicationId application = submitting.receive(
                new Submission(draft, id, Device.OTHER, reception.by(officer)),
                new Arrival(
                        reception.receiving(),
                        reception.channel(),
                        Objects.requireNonNullElse(reception.arrivedAt(), now),
                        now,
                        digitised(noted),
                        scanned(noted)));
        papers.settle(reception, noted, officer);
        rows.finish(id, application, now, day);
        traces.handedIn(reception, application, day, officer);
        return application;
    }

    /** What was handed in, for the receipt; empty while it is not. */
    public Optional<Application> application(Reception reception) {
        return Optional.ofNullable(reception.application()).flatMap(applications::any);
    }

    /** The dossier codes of those that were handed in, by reception. */
    public Map<UUID, String> codes(List<Reception> of) {
        return rows.codes(of.stream().map(Reception::id).toList());
    }

    /** The receipt was shown: it bears the secret of the dossier. */
    public void printed(Reception reception, Reader officer) {
        traces.read(reception, "publicservice/receipt-at-desk", officer);
    }

    /** The reception a dossier came in by; empty for one handed in online. */
    public Optional<Reception> of(ApplicationId application) {
        return rows.ofApplication(application);
    }

    /** Everything that came on paper has its scan. */
    static boolean digitised(List<Paper> papers) {
        return papers.stream()
                .allMatch(paper -> paper.original() == null || !paper.original().onPaper() || paper.scan() != null);
    }

    private static List<Application.HandedIn> scanned(List<Paper> papers) {
        List<Application.HandedIn> scanned = new ArrayList<>();
        for (Paper paper : papers) {
            Paper.Scan scan = paper.scan();
            if (scan != null && paper.part().startsWith(ReceptionPapers.ITEM)) {
                scanned.add(new Application.HandedIn(
                        0, paper.part(), scan.file(), scan.fileName(), scan.mediaType(), scan.bytes(), scan.sha256()));
            }
        }
        return scanned;
    }

    private static ZoneId zone() {
        return Screen.ZONE;
    }
}
