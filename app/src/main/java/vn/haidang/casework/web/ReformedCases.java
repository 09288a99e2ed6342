package vn.haidang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.CasesOfUnits;
import vn.haidang.casework.internal.Fingerprint;
import vn.haidang.organization.Reform;
import vn.haidang.organization.Units;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;

/** Tells how many open cases are with the units that a reform ends. Their codes and promised days stay. */
@Component
class ReformedCases implements Consequence<Reform> {

    private final CasesOfUnits cases;
    private final Units units;

    ReformedCases(CasesOfUnits cases, Units units) {
        this.cases = cases;
        this.units = units;
    }

    @Override
    public Class<Reform> change() {
        return Reform.class;
    }

    @Override
    public Outlook outlook(Reform change, HttpServletRequest request) {
        var places = cases.open(change.from()).stream()
                .flatMap(count -> units.find(count.unit()).stream()
                        .map(unit -> new ReformedCasesPage.Place(unit, count.cases(), count.paused())))
                .sorted(Comparator.comparing(place -> place.unit().name()))
                .toList();
        if (places.isEmpty()) {
            return Outlook.NOTHING;
        }
        var page = new ReformedCasesPage(places);
        return new Outlook(
                page.cases(), Fingerprint.of(places.toArray()), new Fragment("casework/reformedCases", page));
    }

    @Override
    public void settle(Reform change, boolean move, HttpServletRequest request) {
        // the cases are with their unit until it ends
    }
}
