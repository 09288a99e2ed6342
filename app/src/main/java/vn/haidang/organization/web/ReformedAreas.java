package vn.haidang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Reform;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;

/** Tells which of the smallest areas comparable across mergers a reform joins, so that their series can be read only together. */
@Component
class ReformedAreas implements Consequence<Reform> {

    private final Units units;

    ReformedAreas(Units units) {
        this.units = units;
    }

    @Override
    public Class<Reform> change() {
        return Reform.class;
    }

    @Override
    public Outlook outlook(Reform change, HttpServletRequest request) {
        var page = new ReformedAreasPage(areas(change));
        if (page.areas().isEmpty()) {
            return Outlook.NOTHING;
        }
        return new Outlook(
                page.areas().size(),
                Integer.toHexString(page.toString().hashCode()),
                new Fragment("organization/reformedAreas", page));
    }

    @Override
    public void settle(Reform change, boolean move, HttpServletRequest request) {
        // the areas follow from the succession
    }

    /** Each area once, as the units that live in it on the day before. */
    private List<List<Unit>> areas(Reform change) {
        var before = change.on().minusDays(1);
        var areas = new LinkedHashMap<UnitId, List<Unit>>();
        for (var step : change.steps()) {
            add(areas, step.from(), before);
            if (step.to() != null && units.find(step.to()).isPresent()) {
                add(areas, Objects.requireNonNull(step.to()), before);
            }
        }
        return new ArrayList<>(areas.values());
    }

    private void add(LinkedHashMap<UnitId, List<Unit>> areas, UnitId id, LocalDate before) {
        var all = units.comparableWith(id);
        var name = all.isEmpty() ? id : all.getFirst().id();
        areas.computeIfAbsent(
                name,
                first -> all.stream()
                        .filter(unit -> unit.livesOn(before))
                        .sorted(Comparator.comparing(Unit::name))
                        .toList());
    }
}
