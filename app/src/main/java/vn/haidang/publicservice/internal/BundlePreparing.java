package vn.haidang.publicservice.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applications.Preparation;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.LifeEvent.Handling;
import vn.haidang.publicservice.LifeEvent.Member;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.once.KnownMarks;
import vn.haidang.publicservice.internal.own.KeptAnswers;
import vn.haidang.registry.Persons;

/** The one declaration of a life event: one draft, and beside it which dossiers it will become at which unit. */
@Component
public class BundlePreparing {

    private static final String PURPOSE = "publicservice/prefill";

    private final CatalogueRows catalogue;
    private final BundleRows rows;
    private final Drafts drafts;
    private final Persons persons;
    private final KeptAnswers kept;
    private final Receivers receivers;

    BundlePreparing(
            CatalogueRows catalogue,
            BundleRows rows,
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

    /** What is chosen: the first service of ours, and what each becomes at which unit. */
    private record Choice(Service first, UnitId unit, List<BundleRows.Prepared> prepared, Set<String> leftOut) {

        Preparation preparation(DraftId draft, LifeEvent event) {
            return new Preparation(draft, first.code(), first.version(), unit, event.code());
        }
    }

    @Transactional
    public DraftId start(LifeEvent event, Set<Integer> chosen, UnitId unit, Reader reader) {
        Choice choice = choice(event, chosen, unit, reader);
        var known = kept.with(persons.known(reader, PURPOSE), reader);
        DraftId draft = drafts.start(event.form(), choice.first().code(), choice.leftOut(), reader, known);
        rows.prepare(choice.preparation(draft, event), choice.prepared(), KnownMarks.of(draft, known.values()), reader);
        return draft;
    }

    /** From now on the draft becomes these, and asks for these; whoever calls knows that it is the reader's own. */
    @Transactional
    public void change(LifeEvent event, DraftId draft, Set<Integer> chosen, UnitId unit, Reader reader) {
        Choice choice = choice(event, chosen, unit, reader);
        var known = kept.with(persons.known(reader, PURPOSE), reader);
        drafts.ask(draft, choice.first().code(), choice.leftOut(), reader, known);
        rows.change(choice.preparation(draft, event), choice.prepared());
    }

    private Choice choice(LifeEvent event, Set<Integer> chosen, UnitId unit, Reader reader) {
        List<Member> members = event.together().stream()
                .filter(member -> chosen.contains(member.ordinal()))
                .toList();
        members.forEach(member -> Own.requireCovered(reader, member.service()));
        List<Service> ours = members.stream()
                .filter(member -> member.handling() == Handling.OURS)
                .map(member -> catalogue
                        .current(member.service(), receivers.today())
                        .orElseThrow(PublicServiceProblems::noSuchService))
                .toList();
        if (ours.isEmpty()) {
            throw PublicServiceProblems.notStartable(event.code());
        }
        List<BundleRows.Prepared> prepared = new ArrayList<>();
        for (Member member : members) {
            UnitId receiver = ours.stream()
                    .filter(service -> service.code().equals(member.service()))
                    .findFirst()
                    .map(service -> receiver(service, unit))
                    .orElse(unit);
            prepared.add(new BundleRows.Prepared(member.ordinal(), event.code(), member.service(), receiver));
        }
        Set<Integer> ordinals = members.stream().map(Member::ordinal).collect(Collectors.toUnmodifiableSet());
        return new Choice(ours.getFirst(), receiver(ours.getFirst(), unit), prepared, event.leftOut(ordinals));
    }

    /** The chosen unit; where only one receives a service, that one. */
    private UnitId receiver(Service service, UnitId wanted) {
        List<Unit> units = receivers.of(service);
        return units.size() == 1 ? units.getFirst().id() : receivers.check(service, wanted);
    }
}
