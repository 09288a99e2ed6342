package vn.haidang.publicservice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.LegalDuration;

/**
 * The mandatory parts of a service as they are being written, as typed: nothing is lost because it is wrong.
 *
 * @param duration as {@code worktime} writes it, for example {@code 3wd}
 * @param sets how many sets of the dossier
 * @param audience {@code person}, {@code business}
 * @param steps one a line
 * @param items one a line
 * @param channels {@code online}, {@code counter}, {@code post}
 */
public record ServiceDraft(
        String code,
        String name,
        String agency,
        String duration,
        String sets,
        List<String> audience,
        List<String> channels,
        String steps,
        String items) {

    public ServiceDraft {
        audience = audience.stream()
                .filter(List.of("person", "business")::contains)
                .distinct()
                .toList();
        channels = channels.stream()
                .filter(List.of("online", "counter", "post")::contains)
                .distinct()
                .toList();
    }

    /** What a published version says. */
    public static ServiceDraft of(Service service) {
        return new ServiceDraft(
                service.code(),
                service.name(),
                service.agency(),
                service.duration() == null ? "" : service.duration().code(),
                service.sets() == null ? "" : service.sets().toString(),
                service.audience(),
                service.ways().stream().map(Service.Way::channel).toList(),
                service.steps().stream().map(step -> step.in(false)).collect(Collectors.joining("\n")),
                service.items().stream().map(item -> item.name().in(false)).collect(Collectors.joining("\n")));
    }

    /** The time limit, null where what was typed is none. */
    public @Nullable String durationCode() {
        try {
            return duration.isBlank()
                    ? null
                    : LegalDuration.parse(duration.strip()).code();
        } catch (IllegalArgumentException | java.time.DateTimeException notATime) {
            return null;
        }
    }

    /** The number of sets, null where what was typed is none. */
    public @Nullable Integer setsNumber() {
        return sets.strip().matches("[1-9][0-9]?") ? Integer.valueOf(sets.strip()) : null;
    }

    public List<String> stepLines() {
        return lines(steps);
    }

    public List<String> itemLines() {
        return lines(items);
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
