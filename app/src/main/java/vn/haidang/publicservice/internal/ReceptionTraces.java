package vn.haidang.publicservice.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.Reception;

/** What taking a dossier in leaves behind: journal entries that name the officer and the person, and the facts of the three units. */
@Component
public class ReceptionTraces {

    static final String RECEPTION = "publicservice/reception";

    private final Journal journal;
    private final Facts facts;
    private final PaperCount papers;

    ReceptionTraces(Journal journal, Facts facts, PaperCount papers) {
        this.journal = journal;
        this.facts = facts;
        this.papers = papers;
    }

    void begun(Reception reception, Reader officer) {
        Act act = Act.of("publicservice/reception-begun", reception.by(officer).actor())
                .on(subject(reception))
                .because("publicservice/identified-by-" + reception.identifiedBy());
        people(reception).forEach(act::on);
        Mandate.Spokesperson spokesperson = reception.spokesperson();
        if (spokesperson != null) {
            act.changed("speaks-as", null, spokesperson.basis().code());
        }
        if (reception.represented().proof() != null) {
            act.changed("proof", null, reception.represented().proof());
        }
        journal.act(act);
    }

    void noted(Reception reception, Paper paper, Paper.Original now, Reader officer) {
        journal.act(Act.of("publicservice/paper-noted", reception.by(officer).actor())
                .on(subject(reception))
                .changed(
                        paper.part(),
                        paper.original() == null ? null : paper.original().code(),
                        now.code()));
    }

    void digitised(Reception reception, Paper paper, FileId file, String sha256, Reader officer) {
        journal.act(
                Act.of("publicservice/paper-digitised", reception.by(officer).actor())
                        .on(subject(reception))
                        .on(new Subject("files/file", file.value()))
                        .changed(
                                "file." + paper.part(),
                                paper.scan() == null ? null : paper.scan().sha256(),
                                sha256));
    }

    /** It counts where the person was helped, where it was received, and where it is decided; each unit has its own number. */
    void handedIn(Reception reception, ApplicationId application, java.time.LocalDate day, Reader officer) {
        Act act = Act.of("publicservice/received-for", reception.by(officer).actor())
                .on(subject(reception))
                .on(Traces.subject(application));
        people(reception).forEach(act::on);
        journal.act(act);
        String channel = reception.way();
        List<Facts.Fact> counted = new ArrayList<>();
        counted.add(
                new Facts.Fact(ReceptionFigures.CODE, ReceptionFigures.HELPED, reception.help(), day, channel, "", 1));
        counted.add(new Facts.Fact(
                ReceptionFigures.CODE, ReceptionFigures.RECEIVED, reception.receiving(), day, channel, "", 1));
        var competent = java.util.Objects.requireNonNull(reception.competent());
        counted.add(new Facts.Fact(ReceptionFigures.CODE, ReceptionFigures.TO_DECIDE, competent, day, channel, "", 1));
        if (!competent.equals(reception.receiving())) {
            counted.add(new Facts.Fact(
                    ReceptionFigures.CODE, ReceptionFigures.BEYOND, reception.receiving(), day, channel, "", 1));
        }
        counted.addAll(papers.of(application));
        facts.add(counted);
    }

    /** A list is one entry that names everybody in it. */
    void read(List<Reception> shown, Reader officer) {
        Set<Subject> persons =
                shown.stream().flatMap(each -> people(each).stream()).collect(Collectors.toSet());
        if (!persons.isEmpty()) {
            journal.read(officer.actor(), "publicservice/reception-list", persons);
        }
    }

    /** Somebody looked at one. */
    public void read(Reception reception, String purpose, Reader officer) {
        List<Subject> read = new ArrayList<>(people(reception));
        read.add(subject(reception));
        journal.read(officer.actor(), purpose, read);
    }

    static Subject subject(Reception reception) {
        return new Subject(RECEPTION, reception.id());
    }

    /** In whose name, and who stood at the desk for them. */
    private static List<Subject> people(Reception reception) {
        Mandate.Spokesperson spokesperson = reception.spokesperson();
        Subject represented = Mandate.represented(
                reception.represented().kind(), reception.represented().party());
        return spokesperson == null ? List.of(represented) : List.of(represented, spokesperson.subject());
    }
}
