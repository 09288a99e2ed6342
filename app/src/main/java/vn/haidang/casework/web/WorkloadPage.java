package vn.haidang.casework.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.casework.internal.Workload;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * Who at a unit has how much to do; each number leads to its rows, from where work can be given to others.
 *
 * @param units the units the reader heads
 * @param unit the one shown
 */
public record WorkloadPage(List<Option> units, String unit, List<Workload.Line> lines, Procedures procedures) {

    /** Who, in words. */
    public String who(Workload.Line line, Screen screen) {
        return line.person() == null
                ? screen.say("casework.workload.queue")
                : line.name() == null ? screen.say("casework.workload.nameless") : line.name();
    }

    public String step(Workload.Line line, Screen screen) {
        String step = line.step();
        String procedure = line.procedure();
        if (step == null || procedure == null) {
            return line.open() + line.done() == 0
                    ? screen.say("casework.workload.nothing")
                    : screen.say("casework.workload.other");
        }
        return procedures
                .find(procedure, line.version())
                .flatMap(found -> found.find(step))
                .map(found -> found.name(screen.locale()))
                .orElse(step);
    }

    /** The rows behind a number. */
    public String path(Workload.Line line, String due) {
        var path = UriComponentsBuilder.fromPath("/desk")
                .queryParam("scope", InboxFilter.Scope.UNIT.code())
                .queryParam("unit", unit)
                .queryParam(
                        "who",
                        line.person() == null
                                ? InboxFilter.NOBODY
                                : line.person().value());
        if (line.step() != null) {
            path.queryParam("step", line.step());
        }
        if (!due.isEmpty()) {
            path.queryParam("due", due);
        }
        return path.encode().build().toUriString();
    }

    public long sum(String what) {
        return lines.stream()
                .mapToLong(line -> switch (what) {
                    case "open" -> line.open();
                    case "late" -> line.late();
                    case "week" -> line.week();
                    default -> line.done();
                })
                .sum();
    }

    static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }
}
