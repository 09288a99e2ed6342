package vn.haidang.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.organization.internal.UnitRecords;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** The units on a day, and one unit through its life. */
@Controller
class UnitsController {

    private final Units units;
    private final UnitRecords records;
    private final Clock clock;

    UnitsController(Units units, UnitRecords records, Clock clock) {
        this.units = units;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping("/units")
    @Requires(Access.PUBLIC)
    PageView tree(@RequestParam(defaultValue = "") String on) {
        var today = LocalDate.now(clock);
        var asked = on.isBlank() ? today : day(on.strip());
        var day = asked == null ? today : asked;
        var errors = asked == null ? List.of(FieldError.of("on", "organization.units.bad-day")) : List.<FieldError>of();
        var city = units.city(day);
        var typed = asked == null ? on : day.toString();
        var view = new PageView(
                "organization/units",
                new UnitsPage(day, today, typed, errors, units.epochs(), city, agencies(city, day), groups(city, day)));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @GetMapping("/units/{key}")
    @Requires(Access.PUBLIC)
    PageView unit(@PathVariable String key) {
        var unit = units.byKey(key)
                .orElseThrow(() -> Problem.of("organization/no-such-unit", 404).exception());
        var known = records.find(unit.id())
                .orElseThrow(() -> Problem.of("organization/no-such-unit", 404).exception());
        var end = unit.validTo();
        var lastDay = end == null ? null : end.minusDays(1);
        var day = lastDay == null ? LocalDate.now(clock) : lastDay;
        return new PageView(
                "organization/unit",
                new UnitPage(
                        unit,
                        lastDay,
                        known,
                        units.path(unit.id(), day),
                        units.children(unit.id(), day),
                        records.codes(unit.id()),
                        units.predecessors(unit.id()).stream()
                                .map(step -> step(step, step.from()))
                                .toList(),
                        units.successors(unit.id()).stream()
                                .map(step -> step(step, step.to()))
                                .toList()));
    }

    private List<Unit> agencies(Unit city, LocalDate day) {
        return units.children(city.id(), day).stream()
                .filter(unit -> unit.tier() == Tier.CITY)
                .toList();
    }

    private List<UnitsPage.Group> groups(Unit city, LocalDate day) {
        var groups = new ArrayList<UnitsPage.Group>();
        var direct = new ArrayList<Unit>();
        for (var unit : units.children(city.id(), day)) {
            switch (unit.tier()) {
                case CITY -> {}
                case DISTRICT -> groups.add(new UnitsPage.Group(unit, units.children(unit.id(), day)));
                case COMMUNE -> direct.add(unit);
            }
        }
        if (!direct.isEmpty()) {
            groups.add(new UnitsPage.Group(city, direct));
        }
        return List.copyOf(groups);
    }

    private UnitPage.Step step(Succession step, @Nullable UnitId other) {
        var extent = switch (step.extent()) {
            case WHOLE -> "whole";
            case PART -> "part";
            case UNKNOWN, NONE -> "unconfirmed";
        };
        return new UnitPage.Step(
                other == null ? null : units.get(other),
                step.on(),
                extent,
                step.kind().equals("abolished"));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
