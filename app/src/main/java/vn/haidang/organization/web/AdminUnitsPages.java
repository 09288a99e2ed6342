package vn.haidang.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.organization.ReformId;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.organization.internal.WeightRows;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Where the administration of units begins, and what was declared so far. */
@Controller
class AdminUnitsPages {

    private static final int MOST_FOUND = 20;

    private final Units units;
    private final Reforms reforms;
    private final WeightRows weights;
    private final Clock clock;

    AdminUnitsPages(Units units, Reforms reforms, WeightRows weights, Clock clock) {
        this.units = units;
        this.reforms = reforms;
        this.weights = weights;
        this.clock = clock;
    }

    @GetMapping(UnitsMenu.PATH)
    @Requires(UnitsMenu.ACTION)
    PageView overview(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String done) {
        var today = LocalDate.now(clock);
        var unweighted = weights.wanting().stream()
                .flatMap(unit -> units.find(unit).stream())
                .sorted(Comparator.comparing(Unit::name).thenComparing(Unit::key))
                .toList();
        return new PageView(
                "organization/adminUnits",
                new AdminUnitsPage(
                        today,
                        q.strip(),
                        q.isBlank() ? List.of() : units.search(q, today, MOST_FOUND),
                        reforms.declared(),
                        open(),
                        unweighted,
                        done.equals("1")));
    }

    @PostMapping(UnitsMenu.PATH + "/reforms/{id}/withdraw")
    @Requires(UnitsMenu.ACTION)
    ModelAndView withdraw(@PathVariable UUID id, Actor by) {
        reforms.withdraw(new ReformId(id), by);
        return new ModelAndView("redirect:" + UnitsMenu.PATH + "?done=1");
    }

    private List<AdminUnitsPage.Open> open() {
        return units.unestablished().stream()
                .map(step -> new AdminUnitsPage.Open(units.get(step.from()), step))
                .toList();
    }
}
