package vn.haidang.casework.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.VisitClocks;
import vn.haidang.ui.Screen;

/**
 * One stay at a step by the internal clock, in words.
 *
 * @param used office hours it took
 * @param sum of all stays at the step, empty where it was the only one
 */
public record VisitLine(String step, String from, String to, String due, String used, String sum, boolean late) {

    static List<VisitLine> of(VisitClocks.View clocks, Procedure procedure, Screen screen) {
        Set<String> once = new HashSet<>();
        Set<String> again = clocks.visits().stream()
                .map(VisitClocks.Visit::step)
                .filter(step -> !once.add(step))
                .collect(Collectors.toSet());
        return clocks.visits().stream()
                .map(visit -> new VisitLine(
                        procedure
                                .find(visit.step())
                                .map(step -> step.name(screen.locale()))
                                .orElse(visit.step()),
                        screen.shortMoment(visit.enteredAt()),
                        moment(visit.leftAt(), screen),
                        visit.dueAt() == null ? "" : new DueMoment(visit.dueAt()).shortWords(screen),
                        words(visit.worked(), screen),
                        again.contains(visit.step())
                                ? words(clocks.perStep().getOrDefault(visit.step(), Duration.ZERO), screen)
                                : "",
                        visit.late()))
                .toList();
    }

    static String words(Duration worked, Screen screen) {
        return screen.say("casework.clock.worked", worked.toHours(), worked.toMinutesPart());
    }

    private static String moment(@Nullable Instant at, Screen screen) {
        return at == null ? "" : screen.shortMoment(at);
    }
}
