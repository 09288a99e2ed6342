package vn.haidang.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lines written while reckoning, and the days and years relied on without an official notice. */
final class Account {

    private final WorkCalendar calendar;
    private final List<Derivation.Line> lines = new ArrayList<>();
    private final SortedSet<LocalDate> unconfirmed = new TreeSet<>();
    private final SortedSet<Integer> unknownYears = new TreeSet<>();

    Account(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    void say(String code, Term... terms) {
        cite(code, null, terms);
    }

    void cite(String code, @Nullable String source, Term... terms) {
        lines.add(new Derivation.Line(code, List.of(terms), source));
    }

    /** Writes down every day of the span, both ends included, that is not a plain working day. */
    void meet(LocalDate first, LocalDate last) {
        LocalDate restFrom = null;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            meetYear(day.getYear());
            CalendarDay named = calendar.named(day);
            boolean plainRest = named == null && WorkCalendar.isWeekend(day);
            if (plainRest && restFrom == null) {
                restFrom = day;
            }
            if (restFrom != null && (!plainRest || day.equals(last))) {
                rest(restFrom, plainRest ? day : day.minusDays(1));
                restFrom = null;
            }
            if (named != null) {
                meet(named);
            }
        }
    }

    private void meetYear(int year) {
        if (!calendar.knows(year)) {
            throw new UnknownYear(year);
        }
        if (!calendar.isOfficial(year) && unknownYears.add(year)) {
            String text = Integer.toString(year);
            say("unknown-year", new Term.Words(text, text));
        }
    }

    private void rest(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            say("weekly-rest", new Term.Day(from));
        } else {
            say("weekly-rests", new Term.Day(from), new Term.Day(to));
        }
    }

    private void meet(CalendarDay named) {
        cite(code(named), named.source(), new Term.Day(named.date()), new Term.Words(named.name(), named.nameEn()));
        boolean pending = named.kind() == DayKind.PENDING;
        if ((pending || !named.confirmed()) && unconfirmed.add(named.date()) && !pending) {
            say("unconfirmed", new Term.Day(named.date()));
        }
    }

    private String code(CalendarDay named) {
        return switch (named.kind()) {
            case HOLIDAY, SWAP_OFF -> "off";
            case COMPENSATORY -> calendar.isListed(named.date()) ? "off" : "off-in-lieu";
            case SWAP_WORK -> "swapped-in";
            case PENDING -> WorkCalendar.isWeekend(named.date()) ? "pending-rest" : "pending-work";
        };
    }

    List<LocalDate> unconfirmed() {
        return List.copyOf(unconfirmed);
    }

    List<Integer> unknownYears() {
        return List.copyOf(unknownYears);
    }

    Derivation derivation() {
        return new Derivation(lines);
    }
}
