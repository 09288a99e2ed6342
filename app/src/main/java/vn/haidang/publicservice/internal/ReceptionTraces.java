package vn.haidang.publicservice.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
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
        journal.act(
                Act.of("publicservice/reception-begun", reception.by(officer).actor())
                        .on(subject(reception))
                        .on(person(reception))
                        .because("publicservice/identified-by-" + reception.identifiedBy()));
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
        journal.act(Act.of("publicservice/received-for", reception.by(officer).actor())
                .on(subject(reception))
                .on(Traces.subject(application))
                .on(person(reception)));
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
        Set<Subject> persons = shown.stream().map(ReceptionTraces::person).collect(Collectors.toSet());
        if (!persons.isEmpty()) {
            journal.read(officer.actor(), "publicservice/reception-list", persons);
        }
    }

    /** Somebody looked at one. */
    public void read(Reception reception, String purpose, Reader officer) {
        journal.read(officer.actor(), purpose, List.of(subject(reception), person(reception)));
    }

    static Subject subject(Reception reception) {
        return new Subject(RECEPTION, reception.id());
    }

    private static Subject person(Reception reception) {
        return new Subject("registry/person", reception.person().value());
    }
}
