package vn.haidang.publicservice.internal.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.spi.CaseCounting.Change;
import vn.haidang.casework.spi.CaseCounting.Stand;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.dossiers.DossierFacts.Dossier;
import vn.haidang.publicservice.internal.dossiers.DossierFacts.Place;
import vn.haidang.ui.Screen;

/** A made-up dossier that lives day by day, and where it was open at the end of each. */
final class DossierLife {

    private final LocalDate received;
    private final Map<LocalDate, UnitId> openAt = new HashMap<>();
    private Dossier dossier;
    private Stand stand;
    private int asked;
    private @Nullable LocalDate askedAgain;

    DossierLife(String breakdown, LocalDate received, UnitId unit, Instant due) {
        this.received = received;
        this.dossier = new Dossier(breakdown, received, true, true, true, List.of(), List.of());
        this.stand = new Stand(unit, due, null, null, false, false);
    }

    Dossier dossier() {
        return dossier;
    }

    Stand stand() {
        return stand;
    }

    boolean open() {
        return stand.closedAt() == null;
    }

    /** Refused at the door or withdrawn: it may be handed in again, as another dossier. */
    boolean returned() {
        return !open() && !"done".equals(stand.outcome()) && !stand.accepted();
    }

    List<Fact> begins() {
        return DossierFacts.between(Map.of(), DossierFacts.of(dossier, stand));
    }

    List<Fact> to(Stand after, LocalDate day) {
        Map<Place, Long> before = DossierFacts.of(dossier, stand);
        if (new Change(new CaseId(new UUID(0, 0)), day, stand, after).asks()) {
            dossier = dossier.asked(day);
            asked++;
            if (asked == 2) {
                askedAgain = day;
            }
        }
        if (!after.unit().equals(stand.unit())) {
            dossier = dossier.moved(stand.unit(), after.unit(), day);
        }
        stand = after;
        return DossierFacts.between(before, DossierFacts.of(dossier, after));
    }

    void endOf(LocalDate day) {
        if (open() && !day.isBefore(received)) {
            openAt.put(day, stand.unit());
        }
    }

    /** Where it was open at the end of a day; null where it was not. */
    @Nullable UnitId openAt(LocalDate day) {
        return openAt.get(day);
    }

    /** More was asked of its applicant a second time until the end of the day. */
    boolean askedAgainOn(LocalDate day) {
        return askedAgain != null && !askedAgain.isAfter(day);
    }

    /** By the end it has, or had last. */
    boolean lateOn(LocalDate day) {
        Instant due = stand.dueAt();
        return due != null && !LocalDate.ofInstant(due, Screen.ZONE).isAfter(day);
    }
}
