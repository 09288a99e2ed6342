package vn.haidang.worktime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The working calendar as it was known at one version; immutable. A working day is Monday to Friday, not named as off,
 * or any day swapped in. In a year whose notice is not official only the holidays the law fixes to a date, with their
 * compensatory days, are known: the answer is given, but {@link #isOfficial} is false and a deadline that relies on it
 * is provisional.
 */
public final class WorkCalendar {

    /** The zone of every legal day and hour. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int FARTHEST_DAY = 400;

    private final int version;
    private final Map<LocalDate, CalendarDay> days;
    private final Set<Integer> years;
    private final Set<Integer> officialYears;
    private final List<FixedHoliday> fixedHolidays;
    private final Map<String, OfficeHours> officeHours;
    private final Map<Integer, Map<LocalDate, CalendarDay>> proposed = new ConcurrentHashMap<>();
    private final Map<String, OfficeHours> inTurn = new ConcurrentHashMap<>();

    public WorkCalendar(
            int version,
            Collection<CalendarDay> days,
            Set<Integer> officialYears,
            List<FixedHoliday> fixedHolidays,
            Collection<OfficeHours> officeHours) {
        this.version = version;
        this.days = days.stream().collect(Collectors.toUnmodifiableMap(CalendarDay::date, Function.identity()));
        this.years = days.stream().map(day -> day.date().getYear()).collect(Collectors.toUnmodifiableSet());
        this.officialYears = Set.copyOf(officialYears);
        this.fixedHolidays = List.copyOf(fixedHolidays);
        this.officeHours =
                officeHours.stream().collect(Collectors.toUnmodifiableMap(OfficeHours::code, Function.identity()));
    }

    public int version() {
        return version;
    }

    public boolean isWorkingDay(LocalDate date) {
        CalendarDay named = named(date);
        return named == null
                ? !isWeekend(date)
                : switch (named.kind()) {
                    case HOLIDAY, COMPENSATORY, SWAP_OFF -> false;
                    case SWAP_WORK -> true;
                    case PENDING -> !isWeekend(date);
                };
    }

    /** How many working days lie after the one day and before the other. */
    public int workingDaysBetween(LocalDate after, LocalDate before) {
        LocalDate first = after.plusDays(1);
        return first.isBefore(before)
                ? (int) first.datesUntil(before).filter(this::isWorkingDay).count()
                : 0;
    }

    /** Whether the yearly notice of this year is known. */
    public boolean isOfficial(int year) {
        return officialYears.contains(year);
    }

    /** What the calendar names on this day: listed, or computed from the law where the year is not official. */
    public @Nullable CalendarDay named(LocalDate date) {
        CalendarDay listed = days.get(date);
        if (listed != null || isOfficial(date.getYear())) {
            return listed;
        }
        return proposal(date.getYear()).get(date);
    }

    /** First working day after this one. */
    public LocalDate nextWorkingDay(LocalDate after) {
        return workingDayFrom(after.plusDays(1));
    }

    /** This day if it is a working day, else the first after it. */
    public LocalDate workingDayFrom(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** This moment if the office is open then, else the moment it next opens. */
    public Instant nextWorkingInstant(Instant moment, String officeHoursCode) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, ZONE);
        for (LocalDate day = local.toLocalDate(); ; day = day.plusDays(1)) {
            for (OfficeHours.Span span : spans(day, officeHoursCode)) {
                LocalDateTime closes = day.atTime(span.closes());
                if (local.isBefore(closes)) {
                    LocalDateTime opens = day.atTime(span.opens());
                    return local.isBefore(opens) ? instant(opens) : moment;
                }
            }
            requireNear(local.toLocalDate(), day, officeHoursCode);
        }
    }

    /**
     * When the office is open on this day; empty on a rest day. Throws {@link UnknownOfficeHours} on a working day for which no
     * hours are known: time that is not known must not be skipped in silence.
     */
    public List<OfficeHours.Span> spans(LocalDate date, String officeHoursCode) {
        if (!isWorkingDay(date)) {
            return List.of();
        }
        OfficeHours hours = officeHours(officeHoursCode);
        CalendarDay named = named(date);
        List<OfficeHours.Span> spans = hours.on(date, named != null && named.kind() == DayKind.SWAP_WORK);
        if (spans.isEmpty() && !hours.covers(date)) {
            throw new UnknownOfficeHours(officeHoursCode, date);
        }
        return spans;
    }

    /** By a code, or several in turn. Throws {@link UnknownOfficeHours} when the code is not in this calendar. */
    public OfficeHours officeHours(String code) {
        OfficeHours hours = HoursInTurn.is(code)
                ? inTurn.computeIfAbsent(code, several -> HoursInTurn.read(several, officeHours::get))
                : officeHours.get(code);
        if (hours == null) {
            throw new UnknownOfficeHours(code);
        }
        return hours;
    }

    /** Whether anything is known of the year: its notice, a day of it, or a holiday the law fixes. */
    public boolean knows(int year) {
        return isOfficial(year) || years.contains(year) || !proposal(year).isEmpty();
    }

    /** What the calendar names in the span, both ends included, in order. */
    public List<CalendarDay> named(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(this::named)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The codes of the office hours it knows. */
    public Set<String> officeHoursCodes() {
        return officeHours.keySet();
    }

    /** The calendar that the next version would be, were this day so; a what-if, stored nowhere. */
    public WorkCalendar with(CalendarDay day) {
        Map<LocalDate, CalendarDay> others = new HashMap<>(days);
        others.put(day.date(), day);
        return new WorkCalendar(version + 1, others.values(), officialYears, fixedHolidays, officeHours.values());
    }

    /** The days from the first to the last that may differ; {@code last} is null where there is no last one. */
    record Days(LocalDate first, @Nullable LocalDate last) {

        Days and(Days other) {
            return new Days(
                    first.isBefore(other.first) ? first : other.first,
                    last == null || other.last == null ? null : last.isAfter(other.last) ? last : other.last);
        }
    }

    Optional<Days> differenceTo(WorkCalendar other) {
        Set<LocalDate> dates = new HashSet<>(days.keySet());
        dates.addAll(other.days.keySet());
        Stream<Days> named = dates.stream()
                .filter(date -> !Objects.equals(days.get(date), other.days.get(date)))
                .map(date -> isOfficial(date.getYear()) && other.isOfficial(date.getYear())
                        ? new Days(date, date)
                        : year(date.getYear()));
        Set<Integer> ofYears = new HashSet<>(officialYears);
        ofYears.addAll(other.officialYears);
        Stream<Days> official = ofYears.stream()
                .filter(year -> isOfficial(year) != other.isOfficial(year))
                .map(WorkCalendar::year);
        Stream<Days> fixed =
                fixedHolidays.equals(other.fixedHolidays) ? Stream.empty() : Stream.of(new Days(LocalDate.MIN, null));
        return Stream.of(named, official, fixed, hoursDifference(other))
                .flatMap(Function.identity())
                .reduce(Days::and);
    }

    private Stream<Days> hoursDifference(WorkCalendar other) {
        Set<String> codes = new HashSet<>(officeHours.keySet());
        codes.addAll(other.officeHours.keySet());
        return codes.stream().flatMap(code -> {
            List<OfficeHours.Span> here = spansOf(code);
            List<OfficeHours.Span> there = other.spansOf(code);
            return Stream.concat(
                            here.stream().filter(span -> !there.contains(span)),
                            there.stream().filter(span -> !here.contains(span)))
                    .map(span -> new Days(span.validFrom(), span.validTo()));
        });
    }

    private List<OfficeHours.Span> spansOf(String code) {
        OfficeHours hours = officeHours.get(code);
        return hours == null ? List.of() : hours.spans();
    }

    private static Days year(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    boolean isListed(LocalDate date) {
        return days.containsKey(date);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    /** Stops a search in a time for which no office hours are known. */
    static void requireNear(LocalDate start, LocalDate day, String officeHoursCode) {
        if (day.isAfter(start.plusDays(FARTHEST_DAY))) {
            throw new UnknownOfficeHours(officeHoursCode, start);
        }
    }

    private Map<LocalDate, CalendarDay> proposal(int year) {
        return proposed.computeIfAbsent(year, this::propose);
    }

    private Map<LocalDate, CalendarDay> propose(int year) {
        Map<LocalDate, CalendarDay> result = new HashMap<>();
        for (FixedHoliday holiday : fixedHolidays) {
            LocalDate date = holiday.day().atYear(year);
            if (holiday.isValidOn(date)) {
                result.put(date, proposal(holiday, date, DayKind.HOLIDAY));
            }
        }
        for (FixedHoliday holiday : fixedHolidays) {
            LocalDate date = holiday.day().atYear(year);
            if (holiday.isValidOn(date) && isWeekend(date)) {
                LocalDate free = date;
                while (isWeekend(free) || days.containsKey(free) || result.containsKey(free)) {
                    free = free.plusDays(1);
                }
                result.put(free, proposal(holiday, free, DayKind.COMPENSATORY));
            }
        }
        return result;
    }

    private static CalendarDay proposal(FixedHoliday holiday, LocalDate date, DayKind kind) {
        return new CalendarDay(date, kind, holiday.name(), holiday.nameEn(), true, holiday.source());
    }
}
