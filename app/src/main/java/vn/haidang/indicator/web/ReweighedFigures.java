package vn.haidang.indicator.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.IndicatorCatalogue;
import vn.haidang.indicator.internal.DividedFigures;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reweighing;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;

/** Tells which figures would be divided otherwise where they are read on today's units. */
@Component
class ReweighedFigures implements Consequence<Reweighing> {

    private final DividedFigures figures;
    private final IndicatorCatalogue catalogue;
    private final Units units;

    ReweighedFigures(DividedFigures figures, IndicatorCatalogue catalogue, Units units) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.units = units;
    }

    @Override
    public Class<Reweighing> change() {
        return Reweighing.class;
    }

    @Override
    public Outlook outlook(Reweighing change, HttpServletRequest request) {
        if (change.weightings().isEmpty()) {
            return Outlook.NOTHING;
        }
        var counted = figures.at(ground(change));
        var lines = catalogue.all().stream()
                .flatMap(indicator -> indicator.measures().stream()
                        .flatMap(measure -> Optional.ofNullable(counted.get(measure)).stream())
                        .map(months -> new ReweighedFiguresPage.Line(indicator, months)))
                .toList();
        return lines.isEmpty()
                ? Outlook.NOTHING
                : new Outlook(
                        lines.size(),
                        Integer.toHexString(lines.stream()
                                .map(line -> line.indicator().code() + line.months())
                                .toList()
                                .hashCode()),
                        new Fragment("indicator/reweighed", new ReweighedFiguresPage(lines)));
    }

    @Override
    public void settle(Reweighing change, boolean move, HttpServletRequest request) {
        // a figure on today's units is divided when it is read
    }

    /** The divided units and all that had gone whole into them. */
    private Set<UnitId> ground(Reweighing change) {
        var ground = new LinkedHashSet<UnitId>();
        var open = new ArrayDeque<>(change.units());
        while (!open.isEmpty()) {
            var unit = open.remove();
            if (ground.add(unit)) {
                units.predecessors(unit).stream()
                        .filter(step -> step.extent() == Extent.WHOLE)
                        .forEach(step -> open.add(step.from()));
            }
        }
        return ground;
    }
}
