package vn.haidang.publicservice.internal.dossiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.spi.CaseCounting;
import vn.haidang.indicator.Facts;
import vn.haidang.publicservice.internal.dossiers.DossierFacts.Dossier;

/** Tells the figures of dossiers what an act changes, in its transaction. */
@Component
public class DossierCounting implements CaseCounting {

    private static final String APPLICATION = "publicservice/application";

    private final DossierRows rows;
    private final Facts facts;

    DossierCounting(DossierRows rows, Facts facts) {
        this.rows = rows;
        this.facts = facts;
    }

    @Override
    public String subjectType() {
        return APPLICATION;
    }

    /** A dossier was handed in and its case was opened, both in this transaction. */
    public void opened(CaseId id) {
        facts.add(rows.opened(id).stream()
                .flatMap(opened ->
                        DossierFacts.between(Map.of(), DossierFacts.of(opened.dossier(), opened.stand())).stream())
                .toList());
    }

    @Override
    public List<Facts.Fact> changed(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Map<CaseId, Dossier> dossiers =
                rows.find(changes.stream().map(Change::id).toList());
        List<Facts.Fact> changed = new ArrayList<>();
        for (Change change : changes) {
            Dossier before = dossiers.get(change.id());
            if (before != null) {
                Dossier after = after(before, change);
                changed.addAll(DossierFacts.between(
                        DossierFacts.of(before, change.before()), DossierFacts.of(after, change.after())));
            }
        }
        return changed;
    }

    private Dossier after(Dossier dossier, Change change) {
        Dossier asked = change.asks() ? dossier.asked(change.day()) : dossier;
        if (change.before().unit().equals(change.after().unit())) {
            return asked;
        }
        Dossier moved = asked.moved(change.before().unit(), change.after().unit(), change.day());
        rows.insertMove(change.id(), moved.moves().size(), moved.moves().getLast());
        return moved;
    }
}
