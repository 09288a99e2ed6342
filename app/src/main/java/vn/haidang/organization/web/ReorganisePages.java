package vn.haidang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reform;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Merging, splitting and ending units, and establishing by a paper what followed one that ended: who ends, and what follows. */
@Controller
class ReorganisePages {

    private final Units units;
    private final Reforms reforms;
    private final ReformDesk desk;
    private final UnitChoice choice;
    private final Clock clock;

    ReorganisePages(Units units, Reforms reforms, ReformDesk desk, UnitChoice choice, Clock clock) {
        this.units = units;
        this.reforms = reforms;
        this.desk = desk;
        this.choice = choice;
        this.clock = clock;
    }

    /** For a unit that ended already the day is the day it ended. */
    @GetMapping(UnitsMenu.PATH + "/reorganise")
    @Requires(UnitsMenu.ACTION)
    PageView ask(@RequestParam(defaultValue = "") String unit) {
        var values = new HashMap<String, String>();
        values.put("how", "whole");
        units.byKey(unit).ifPresent(from -> {
            values.put("from", from.key());
            var end = from.validTo();
            if (end != null) {
                values.put("on", end.toString());
            }
        });
        return form(new Typed(values));
    }

    @PostMapping(UnitsMenu.PATH + "/reorganise")
    @Requires(UnitsMenu.ACTION)
    PageView reorganise(@RequestParam Map<String, String> fields, HttpServletRequest request) {
        var typed = new Typed(fields);
        var on = typed.day("on");
        var from = from(typed, on);
        var founded = new ArrayList<Reform.NewUnit>();
        var to = to(typed, on, founded);
        var reform = new Reform(on, typed.paper(), founded, List.of(), List.of(), steps(typed, from, to));
        if (typed.errors().isEmpty()) {
            typed.refuse(reforms.objections(reform));
        }
        if (typed.errors().isEmpty()) {
            return desk.propose(reform, request);
        }
        var page = form(typed);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** One unit on each line: its key, its code on the day before, or its name. */
    private List<Unit> from(Typed typed, LocalDate on) {
        var found = new LinkedHashMap<UnitId, Unit>();
        for (var line : typed.of("from")
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList()) {
            choice.typed(line, on.minusDays(1))
                    .ifPresentOrElse(
                            unit -> found.put(unit.id(), unit),
                            () -> typed.refuse("from", "organization.admin.not-found", line));
        }
        if (found.isEmpty() && typed.errors().isEmpty()) {
            typed.refuse("from", "organization.admin.no-from");
        }
        return List.copyOf(found.values());
    }

    private List<UnitId> to(Typed typed, LocalDate on, List<Reform.NewUnit> founded) {
        var to = new ArrayList<UnitId>();
        for (int i = 1; i <= UnitForms.TARGETS; i++) {
            var existing = units.byKey(typed.of("to" + i));
            var name = typed.of("name" + i);
            if (existing.isPresent() && !name.isEmpty()) {
                typed.refuse("to" + i, "organization.admin.both");
            } else if (existing.isPresent()) {
                to.add(existing.get().id());
            } else if (!name.isEmpty()) {
                var unit = new Reform.NewUnit(
                        NewKeys.of("", typed.of("kind" + i), typed.of("code" + i), name, on),
                        name,
                        typed.of("name-en" + i),
                        typed.of("kind" + i),
                        units.city(on).id(),
                        typed.of("code" + i));
                founded.add(unit);
                to.add(unit.id());
            }
        }
        return to;
    }

    private static List<Reform.Step> steps(Typed typed, List<Unit> from, List<UnitId> to) {
        var how = typed.of("how");
        if (how.equals("none") && to.isEmpty()) {
            return from.stream()
                    .map(unit -> new Reform.Step(unit.id(), null, "abolished", Extent.NONE))
                    .toList();
        }
        if (how.equals("whole") && to.size() == 1) {
            return from.stream()
                    .map(unit -> new Reform.Step(
                            unit.id(), to.getFirst(), from.size() == 1 ? "converted" : "merged", Extent.WHOLE))
                    .toList();
        }
        if (how.equals("part") && from.size() == 1 && to.size() > 1) {
            return to.stream()
                    .map(unit -> new Reform.Step(from.getFirst().id(), unit, "split", Extent.PART))
                    .toList();
        }
        typed.refuse("how", "organization.admin.how");
        return List.of();
    }

    private PageView form(Typed typed) {
        var today = LocalDate.now(clock);
        var names = typed.of("from")
                .lines()
                .map(key -> units.byKey(key.strip()).map(Unit::name).orElse(key))
                .collect(Collectors.joining("\n"));
        return new PageView(
                "organization/reorganise",
                new ReorganisePage(
                        new UnitForms(typed, null, choice.options(today, false), choice.options(today, true)), names));
    }
}
