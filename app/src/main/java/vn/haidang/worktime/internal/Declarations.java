package vn.haidang.worktime.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Stores what administrators declared, each thing with its journal entry. */
@Component
class Declarations {

    private final CalendarVersions versions;
    private final DayTable days;
    private final YearTable years;
    private final HoursTable hours;
    private final UnitHours unitHours;
    private final Journal journal;

    Declarations(
            CalendarVersions versions,
            DayTable days,
            YearTable years,
            HoursTable hours,
            UnitHours unitHours,
            Journal journal) {
        this.versions = versions;
        this.days = days;
        this.years = years;
        this.hours = hours;
        this.unitHours = unitHours;
        this.journal = journal;
    }

    /** Whether the units named keep these hours already. */
    boolean areSo(List<CalendarEdit> edits) {
        return edits.stream()
                .allMatch(edit -> !(edit instanceof CalendarEdit.OfUnit ofUnit) || unitHours.isDeclared(ofUnit));
    }

    /** @param decision why promised days stay or move, for the journal; null where none is touched */
    void store(
            CalendarLayer before, CalendarLayer after, List<CalendarEdit> edits, Actor by, @Nullable String decision) {
        versions.change(
                "declared",
                by,
                version -> days.replace("own_day", after.days(), version)
                        + years.replace("own_year", after.years(), version)
                        + hours.replace("own_office_hours", after.hours(), version));
        for (CalendarEdit edit : edits) {
            switch (edit) {
                case CalendarEdit.Day(DayRow row) -> day(row.date(), before, after, by, decision);
                case CalendarEdit.ShippedDay(LocalDate date) -> day(date, before, after, by, decision);
                case CalendarEdit.Year(YearRow row) -> year(row.year(), before, after, by, decision);
                case CalendarEdit.ShippedYear(int number) -> year(number, before, after, by, decision);
                case CalendarEdit.Hours declared -> hours(declared.code(), before, after, by, decision);
                case CalendarEdit.ShippedHours(String code, LocalDate from) -> hours(code, before, after, by, decision);
                case CalendarEdit.OfUnit ofUnit -> {
                    List<UnitHours.Row> replaced = unitHours.declare(ofUnit);
                    act("unit-hours", ofUnit.unitKey(), text(replaced), ofUnit.toString(), by, decision);
                }
            }
        }
    }

    private void day(LocalDate date, CalendarLayer before, CalendarLayer after, Actor by, @Nullable String decision) {
        act("day", date.toString(), text(day(before, date)), text(day(after, date)), by, decision);
    }

    private void year(int number, CalendarLayer before, CalendarLayer after, Actor by, @Nullable String decision) {
        act("year", Integer.toString(number), text(year(before, number)), text(year(after, number)), by, decision);
    }

    private void hours(String code, CalendarLayer before, CalendarLayer after, Actor by, @Nullable String decision) {
        act("office-hours", code, text(hours(before, code)), text(hours(after, code)), by, decision);
    }

    private void act(
            String what,
            String name,
            @Nullable String before,
            @Nullable String after,
            Actor by,
            @Nullable String decision) {
        if (!Objects.equals(before, after)) {
            Act act = Act.of("worktime/" + what + "-declared", by)
                    .on(new Subject("worktime/" + what, UuidCreator.getNameBasedSha1("worktime/" + what + "/" + name)))
                    .changed(what, before, after);
            journal.act(decision == null ? act : act.because(decision));
        }
    }

    private static List<DayRow> day(CalendarLayer layer, LocalDate date) {
        return layer.days().stream().filter(row -> row.date().equals(date)).toList();
    }

    private static List<YearRow> year(CalendarLayer layer, int number) {
        return layer.years().stream().filter(row -> row.year() == number).toList();
    }

    private static List<HoursRow> hours(CalendarLayer layer, String code) {
        return layer.hours().stream().filter(row -> row.code().equals(code)).toList();
    }

    private static @Nullable String text(List<?> rows) {
        return rows.isEmpty() ? null : rows.toString();
    }
}
