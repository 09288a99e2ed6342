package vn.haidang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.organization.internal.WeightRows;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Declaring how a unit that went in parts is divided, in per cent, with what was counted and where that can be read. */
@Controller
class WeightPages {

    private final Units units;
    private final Reforms reforms;
    private final WeightRows weights;
    private final WeighDesk desk;

    WeightPages(Units units, Reforms reforms, WeightRows weights, WeighDesk desk) {
        this.units = units;
        this.reforms = reforms;
        this.weights = weights;
        this.desk = desk;
    }

    @GetMapping(UnitsMenu.PATH + "/{key}/weights")
    @Requires(UnitsMenu.ACTION)
    PageView ask(@PathVariable String key) {
        var unit = divided(key);
        var values = new HashMap<String, String>();
        for (var weight : weights.of(unit.id())) {
            values.put("share-" + units.get(weight.to()).key(), WeightLine.percent(weight.share()));
            values.put("basis", weight.basis());
            values.put("source", weight.source());
        }
        return page(new Typed(values), unit);
    }

    /** Shows what these weights would move; they are saved on that page. */
    @PostMapping(UnitsMenu.PATH + "/{key}/weights")
    @Requires(UnitsMenu.ACTION)
    PageView weigh(@PathVariable String key, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        var unit = divided(key);
        var typed = new Typed(fields);
        var lines = parts(unit).stream()
                .map(part -> new WeightLine(
                        unit.key(), part.key(), typed.of("share-" + part.key()), typed.of("basis"), typed.of("source")))
                .toList();
        lines.stream()
                .filter(line -> line.part() == null)
                .forEach(line -> typed.refuse("share-" + line.to(), "organization.weights.bad-share"));
        if (typed.errors().isEmpty()) {
            desk.weightings(lines).forEach(weighting -> typed.refuse(reforms.objections(weighting)));
        }
        if (typed.errors().isEmpty()) {
            return desk.propose(lines, request);
        }
        var page = page(typed, unit);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private PageView page(Typed typed, Unit unit) {
        return new PageView("organization/weights", new WeightsPage(typed, unit, parts(unit), weights.of(unit.id())));
    }

    private List<Unit> parts(Unit unit) {
        return units.successors(unit.id()).stream()
                .filter(step -> step.extent() == Extent.PART)
                .flatMap(step -> java.util.Optional.ofNullable(step.to()).flatMap(units::find).stream())
                .toList();
    }

    private Unit divided(String key) {
        return units.byKey(key)
                .filter(unit -> !parts(unit).isEmpty())
                .orElseThrow(() -> Problem.of("organization/no-such-unit", 404).exception());
    }
}
