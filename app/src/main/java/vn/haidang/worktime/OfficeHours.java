package vn.haidang.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an office is open on a working day. A rest day made a working day by a swap has the hours of a Monday. */
public record OfficeHours(String code, String name, String nameEn, List<Span> spans) {

    private static final int TWO_YEARS = 731;
    private static final int LIFETIME = 36_525;
    private static final String ARROW = " → ";

    public OfficeHours {
        spans = spans.stream().sorted(Comparator.comparing(Span::opens)).toList();
    }

    /**
     * Open from {@code opens} until before {@code closes}, on one weekday, from {@code validFrom} until before {@code validTo}.
     *
     * @param season the part of each year it is for; null for the whole year
     * @param source the document that sets it
     */
    public record Span(
            DayOfWeek weekday,
            LocalTime opens,
            LocalTime closes,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Season season,
            String source) {

        boolean isValidOn(LocalDate date) {
            return !date.isBefore(validFrom)
                    && (validTo == null || date.isBefore(validTo))
                    && (season == null || season.holds(date));
        }
    }

    /** The spans of a working day in order of opening; empty where the office is closed that weekday, or no hours are known. */
    public List<Span> on(LocalDate date, boolean swappedIn) {
        DayOfWeek day = swappedIn ? DayOfWeek.MONDAY : date.getDayOfWeek();
        return spans.stream()
                .filter(span -> span.weekday() == day && span.isValidOn(date))
                .toList();
    }

    /** Whether hours of any weekday are known for the time around this day. */
    public boolean covers(LocalDate date) {
        return spans.stream().anyMatch(span -> span.isValidOn(date));
    }

    /** The first day between the first and the last known one for which no hours are known, seasons included. */
    public Optional<LocalDate> firstGap() {
        Optional<LocalDate> first = spans.stream().map(Span::validFrom).min(Comparator.naturalOrder());
        return first.flatMap(
                from -> from.datesUntil(end(from)).filter(day -> !covers(day)).findFirst());
    }

    /** The first day on which two spans of one weekday overlap. */
    public Optional<LocalDate> firstOverlap() {
        Optional<LocalDate> first = spans.stream().map(Span::validFrom).min(Comparator.naturalOrder());
        return first.flatMap(
                from -> from.datesUntil(end(from)).filter(this::overlapsOn).findFirst());
    }

    private boolean overlapsOn(LocalDate date) {
        List<Span> open = on(date, false);
        for (int i = 1; i < open.size(); i++) {
            if (open.get(i).opens().isBefore(open.get(i - 1).closes())) {
                return true;
            }
        }
        return false;
    }

    /** These hours, but those of {@code other} from a day until before another (null: for good). */
    public OfficeHours replacedBy(OfficeHours other, LocalDate from, @Nullable LocalDate to) {
        Stream<Span> kept = spans.stream().flatMap(span -> without(span, from, to));
        return new OfficeHours(
                code,
                other.name(),
                other.nameEn(),
                Stream.concat(kept, other.spans().stream()).toList());
    }

    /** The first day from which on no hours are known; empty where the last ones have no end. */
    public Optional<LocalDate> ended() {
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.validTo() == null)
                ? Optional.empty()
                : spans.stream().map(Span::validTo).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** The first day from a day on, until before another (null: for good), for which no hours are known. */
    public Optional<LocalDate> firstUnknown(LocalDate from, @Nullable LocalDate to) {
        if (to != null && !to.isAfter(from)) {
            return Optional.empty();
        }
        var farthest = from.plusDays(TWO_YEARS);
        var near = to == null || to.isAfter(farthest) ? farthest : to;
        return from.datesUntil(near)
                .filter(day -> !covers(day))
                .findFirst()
                .or(() -> ended().filter(day -> to == null || day.isBefore(to)));
    }

    /** These hours until a day, and from then on others, as {@link HoursInTurn} writes them. */
    OfficeHours then(OfficeHours next, LocalDate from, String both) {
        var names = new OfficeHours(both, name + ARROW + next.name(), nameEn + ARROW + next.nameEn(), List.of());
        var after = next.replacedBy(names, LocalDate.MIN, from);
        return new OfficeHours(
                both,
                names.name(),
                names.nameEn(),
                replacedBy(after, from, null).spans());
    }

    /** Where looking for faults ends: with the last span, or two years after the last change. */
    private LocalDate end(LocalDate from) {
        LocalDate latest = spans.stream()
                .flatMap(
                        span -> Stream.of(span.validFrom(), span.validTo() == null ? span.validFrom() : span.validTo()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean open = spans.stream().anyMatch(span -> span.validTo() == null);
        LocalDate end = open ? latest.plusDays(TWO_YEARS) : latest;
        LocalDate farthest = from.plusDays(LIFETIME);
        return end.isAfter(farthest) ? farthest : end;
    }

    private static Stream<Span> without(Span span, LocalDate from, @Nullable LocalDate to) {
        LocalDate end = span.validTo();
        if ((end != null && !end.isAfter(from)) || (to != null && !to.isAfter(span.validFrom()))) {
            return Stream.of(span);
        }
        Stream<Span> before =
                span.validFrom().isBefore(from) ? Stream.of(valid(span, span.validFrom(), from)) : Stream.empty();
        Stream<Span> after =
                to != null && (end == null || to.isBefore(end)) ? Stream.of(valid(span, to, end)) : Stream.empty();
        return Stream.concat(before, after);
    }

    private static Span valid(Span span, LocalDate from, @Nullable LocalDate to) {
        return new Span(span.weekday(), span.opens(), span.closes(), from, to, span.season(), span.source());
    }
}
