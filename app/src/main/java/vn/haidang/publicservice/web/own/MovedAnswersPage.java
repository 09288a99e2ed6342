package vn.haidang.publicservice.web.own;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.haidang.publicservice.internal.own.PromisedAnswers.Moved;
import vn.haidang.publicservice.internal.own.PromisedAnswers.Promise;
import vn.haidang.ui.Screen;

/** Days promised about requests for personal data, and what they would become; how many, not whose. */
public record MovedAnswersPage(List<Day> days) {

    /** The same promise of the same day. */
    public record Day(Promise promise, LocalDate promised, LocalDate due, long requests) {}

    private record Span(Promise promise, LocalDate promised, LocalDate due) {}

    static MovedAnswersPage of(List<Moved> moved) {
        Map<Span, Long> counted = new LinkedHashMap<>();
        moved.forEach(one ->
                counted.merge(new Span(one.promise(), lastDay(one.promised()), lastDay(one.due())), 1L, Long::sum));
        return new MovedAnswersPage(counted.entrySet().stream()
                .map(each -> new Day(
                        each.getKey().promise(),
                        each.getKey().promised(),
                        each.getKey().due(),
                        each.getValue()))
                .toList());
    }

    private static LocalDate lastDay(Instant firstTooLate) {
        return firstTooLate.minusMillis(1).atZone(Screen.ZONE).toLocalDate();
    }
}
