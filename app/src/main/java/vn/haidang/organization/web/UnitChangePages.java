package vn.haidang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Reform;
import vn.haidang.organization.ReformId;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Founding, renaming and placing a unit; and saving every change that was shown with what it moves. */
@Controller
class UnitChangePages {

    private final Units units;
    private final Reforms reforms;
    private final ReformDesk desk;
    private final UnitChoice choice;
    private final Clock clock;

    UnitChangePages(Units units, Reforms reforms, ReformDesk desk, UnitChoice choice, Clock clock) {
        this.units = units;
        this.reforms = reforms;
        this.desk = desk;
        this.choice = choice;
        this.clock = clock;
    }

    @GetMapping(UnitsMenu.PATH + "/new")
    @Requires(UnitsMenu.ACTION)
    PageView askNew() {
        var today = LocalDate.now(clock);
        return form(
                "organization/unitNew",
                new Typed(Map.of("parent", units.city(today).key())),
                null);
    }

    @PostMapping(UnitsMenu.PATH + "/new")
    @Requires(UnitsMenu.ACTION)
    PageView found(@RequestParam Map<String, String> fields, HttpServletRequest request) {
        var typed = new Typed(fields);
        var on = typed.day("on");
        var parent = units.byKey(typed.of("parent")).map(Unit::id).orElse(null);
        var unit = new Reform.NewUnit(
                NewKeys.of(typed.of("key"), typed.of("kind"), typed.of("code"), typed.of("name"), on),
                typed.of("name"),
                typed.of("name-en"),
                typed.of("kind"),
                parent,
                typed.of("code"));
        return checked(Reform.founding(on, typed.paper(), unit), typed, "organization/unitNew", null, request);
    }

    @GetMapping(UnitsMenu.PATH + "/{key}/rename")
    @Requires(UnitsMenu.ACTION)
    PageView askName(@PathVariable String key) {
        var unit = living(key);
        var values = new HashMap<String, String>();
        values.put("name", unit.name());
        values.put("name-en", unit.nameEn());
        values.put("kind", unit.kind());
        values.put("parent", parentKey(unit));
        return form("organization/unitRename", new Typed(values), unit);
    }

    /** Another name, another kind, another unit above: whatever was changed in the form. */
    @PostMapping(UnitsMenu.PATH + "/{key}/rename")
    @Requires(UnitsMenu.ACTION)
    PageView rename(@PathVariable String key, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        var unit = living(key);
        var typed = new Typed(fields);
        var on = typed.day("on");
        var named = units.named(unit.id(), on);
        var asBefore = named.name().equals(typed.of("name"))
                && named.nameEn().equals(typed.of("name-en"))
                && named.kind().equals(typed.of("kind"));
        var parent =
                units.byKey(typed.of("parent")).filter(chosen -> !chosen.key().equals(parentKey(unit)));
        var renamed = asBefore && parent.isPresent()
                ? List.<Reform.Renaming>of()
                : List.of(new Reform.Renaming(unit.id(), typed.of("name"), typed.of("name-en"), typed.of("kind")));
        var moved = parent.map(chosen -> List.of(new Reform.Move(unit.id(), chosen.id())))
                .orElse(List.of());
        return checked(
                new Reform(on, typed.paper(), List.of(), renamed, moved, List.of()),
                typed,
                "organization/unitRename",
                unit,
                request);
    }

    @PostMapping(UnitsMenu.PATH + "/save")
    @Requires(UnitsMenu.ACTION)
    ModelAndView save(
            @RequestParam(defaultValue = "") String reform,
            @RequestParam(defaultValue = "") String token,
            @RequestParam UUID key,
            Actor by,
            HttpServletRequest request) {
        return desk.save(reform, token, new ReformId(key), by, request)
                .<ModelAndView>map(page -> {
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(() -> new ModelAndView("redirect:" + UnitsMenu.PATH + "?done=1"));
    }

    private PageView checked(
            Reform reform, Typed typed, String template, @Nullable Unit unit, HttpServletRequest request) {
        if (typed.errors().isEmpty()) {
            typed.refuse(reforms.objections(reform));
        }
        if (typed.errors().isEmpty()) {
            return desk.propose(reform, request);
        }
        var page = form(template, typed, unit);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private PageView form(String template, Typed typed, @Nullable Unit unit) {
        var today = LocalDate.now(clock);
        return new PageView(
                template, new UnitForms(typed, unit, choice.options(today, false), choice.options(today, true)));
    }

    private Unit living(String key) {
        return units.byKey(key)
                .filter(unit -> unit.validTo() == null)
                .orElseThrow(() -> Problem.of("organization/no-such-unit", 404).exception());
    }

    private String parentKey(Unit unit) {
        var parent = unit.parent();
        return parent == null ? "" : units.get(parent).key();
    }
}
