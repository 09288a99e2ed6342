package vn.haidang.publicservice.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applications.Preparation;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.once.KnownMarks;
import vn.haidang.publicservice.internal.own.KeptAnswers;
import vn.haidang.registry.Persons;

/** Starts drafts for services, filled with what the reader may know of what is asked. */
@Component
public class Preparing {

    private static final String PURPOSE = "publicservice/prefill";

    private final CatalogueRows catalogue;
    private final PreparationRows rows;
    private final Drafts drafts;
    private final Persons persons;
    private final KeptAnswers kept;
    private final Receivers receivers;

    Preparing(
            CatalogueRows catalogue,
            PreparationRows rows,
            Drafts drafts,
            Persons persons,
            KeptAnswers kept,
            Receivers receivers) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.drafts = drafts;
        this.persons = persons;
        this.kept = kept;
        this.receivers = receivers;
    }

    @Transactional
    public DraftId start(String code, UnitId unit, Reader reader) {
        AccountId account = Own.account(reader);
        Own.requireCovered(reader, code);
        Service service = catalogue.current(code, receivers.today()).orElseThrow(PublicServiceProblems::noSuchService);
        Service.Handling handling = service.handling();
        if (handling == null || !service.startsHere()) {
            throw PublicServiceProblems.notStartable(code);
        }
        UnitId receiver = receivers.check(service, unit);
        var known = kept.with(persons.known(reader, PURPOSE), reader);
        DraftId draft = drafts.start(handling.form(), code, reader, known);
        rows.insert(
                new Preparation(draft, code, service.version(), receiver, null),
                account,
                Own.party(reader),
                KnownMarks.of(draft, known.values()));
        return draft;
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/not-startable} */
    void requireStartable(String code) {
        if (catalogue
                .current(code, receivers.today())
                .filter(Service::startsHere)
                .isEmpty()) {
            throw PublicServiceProblems.notStartable(code);
        }
    }

    public Preparation get(DraftId draft, Reader reader) {
        return rows.find(draft, Own.account(reader), Own.party(reader))
                .orElseThrow(PublicServiceProblems::noSuchApplication);
    }
}
