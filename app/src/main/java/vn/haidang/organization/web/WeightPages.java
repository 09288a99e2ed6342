package vn.haidang.organization.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.organization.Weighting;
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

    WeightPages(Units units, Reforms reforms, WeightRows weights) {
        this.units = units;
        this.reforms = reforms;
        this.weights = weights;
    }

    @GetMapping(UnitsMenu.PATH + "/{key}/weights")
    @Requires(UnitsMenu.ACTION)
    PageView ask(@PathVariable String key) {
        var unit = divided(key);
        var values = new HashMap<String, String>();
        for (var weight : weights.of(unit.id())) {
            values.put("share-" + units.get(weight.to()).key(), percent(weight.share()));
            values.put("basis", weight.basis());
            values.put("source", weight.source());
        }
        return page(new Typed(values), unit);
    }

    @PostMapping(UnitsMenu.PATH + "/{key}/weights")
    @Requires(UnitsMenu.ACTION)
    ModelAndView weigh(@PathVariable String key, @RequestParam Map<String, String> fields, Actor by) {
        var unit = divided(key);
        var typed = new Typed(fields);
        var shares = new HashMap<UnitId, BigDecimal>();
        for (var part : parts(unit)) {
            shares.put(part.id(), share(typed, "share-" + part.key()));
        }
        var weighting = new Weighting(unit.id(), shares, typed.of("basis"), typed.of("source"));
        if (typed.errors().isEmpty()) {
            typed.refuse(reforms.objections(weighting));
        }
        if (!typed.errors().isEmpty()) {
            var page = page(typed, unit);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        reforms.weigh(weighting, by);
        return new ModelAndView("redirect:" + UnitsMenu.PATH + "?done=1");
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

    private static BigDecimal share(Typed typed, String field) {
        try {
            var share = new BigDecimal(typed.of(field).replace(',', '.'));
            if (share.scale() <= 4 && share.signum() > 0 && share.compareTo(BigDecimal.valueOf(100)) <= 0) {
                return share.movePointLeft(2);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        typed.refuse(field, "organization.weights.bad-share");
        return BigDecimal.ZERO;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
