package vn.haidang.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.organization.LegalDocument;
import vn.haidang.organization.Succession;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.organization.internal.UnitRecords;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** The units on a day, what a search finds among them, and one unit through its life. */
@Controller
class UnitsController {

    private final Units units;
    private final UnitRecords records;
    private final UnitsPages pages;
    private final Clock clock;

    UnitsController(Units units, UnitRecords records, UnitsPages pages, Clock clock) {
        this.units = units;
        this.records = records;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/units")
    @Requires(Access.PUBLIC)
    PageView tree(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String show) {
        var today = LocalDate.now(clock);
        var asked = on.isBlank() ? epoch(step).orElse(today) : day(on.strip());
        var day = asked == null ? today : asked;
        var errors = asked == null ? List.of(FieldError.of("on", "organization.units.bad-day")) : List.<FieldError>of();
        var typed = asked == null ? on : day.toString();
        var coloured = show.equals(UnitsPage.DENSITY) ? show : UnitsPage.KIND;
        var view = new PageView("organization/units", pages.page(day, typed, q.strip(), coloured, errors));
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
        var today = LocalDate.now(clock);
        var end = unit.validTo();
        var lastDay = end == null || end.isAfter(today) ? null : end.minusDays(1);
        var day = lastDay == null ? today : lastDay;
        var before = units.predecessors(unit.id());
        var after = units.successors(unit.id());
        return new PageView(
                "organization/unit",
                new UnitPage(
                        unit,
                        lastDay,
                        known,
                        units.path(unit.id(), day),
                        units.children(unit.id(), day),
                        units.names(unit.id()),
                        records.codes(unit.id()),
                        before.stream().map(step -> step(step, step.from())).toList(),
                        after.stream().map(step -> step(step, step.to())).toList(),
                        lastDay == null ? List.of() : units.continuedBy(unit.id(), today),
                        units.comparableWith(unit.id()),
                        papers(Stream.concat(before.stream(), after.stream()))));
    }

    private List<LegalDocument> papers(Stream<Succession> steps) {
        return steps.map(this::paper)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(java.util.Comparator.comparing(LegalDocument::key))
                .toList();
    }

    private Optional<LegalDocument> paper(Succession step) {
        return Optional.ofNullable(step.document()).flatMap(units::document);
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
                step.kind(),
                extent,
                paper(step).orElse(null),
                step.source(),
                step.confidence());
    }

    /** The first day of an epoch, by its number on the slider. */
    private Optional<LocalDate> epoch(String step) {
        Function<Integer, Optional<LocalDate>> at =
                number -> units.epochs().stream().skip(Math.max(0, number - 1)).findFirst();
        return step.matches("[0-9]{1,4}") ? at.apply(Integer.valueOf(step)) : Optional.empty();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
