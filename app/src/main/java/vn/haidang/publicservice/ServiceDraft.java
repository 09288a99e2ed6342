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
 * @param ways time and fee of every channel, offered or not; null where nothing is said of them, and what is known stays
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
        String items,
        @Nullable List<WayDraft> ways) {

    public ServiceDraft {
        audience = audience.stream()
                .filter(List.of("person", "business")::contains)
                .distinct()
                .toList();
        channels =
                channels.stream().filter(WayDraft.CHANNELS::contains).distinct().toList();
        ways = ways == null ? null : whole(ways);
    }

    private static List<WayDraft> whole(List<WayDraft> ways) {
        return WayDraft.CHANNELS.stream()
                .map(channel -> ways.stream()
                        .filter(way -> way.channel().equals(channel))
                        .findFirst()
                        .orElseGet(() -> WayDraft.asTheService(channel)))
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
                service.items().stream().map(item -> item.name().in(false)).collect(Collectors.joining("\n")),
                service.ways().stream().map(way -> WayDraft.of(service, way)).toList());
    }

    /** Whether it says the same; what it does not say of the ways, it says as the other does. */
    public boolean says(ServiceDraft other) {
        return equals(other) || ways == null && with(other.ways).equals(other);
    }

    /** The same with the time and the fee of each channel. */
    public ServiceDraft with(@Nullable List<WayDraft> said) {
        return new ServiceDraft(code, name, agency, duration, sets, audience, channels, steps, items, said);
    }

    /** What is said of a channel; null where nothing is. */
    public @Nullable WayDraft way(String channel) {
        return ways == null
                ? null
                : ways.stream()
                        .filter(way -> way.channel().equals(channel))
                        .findFirst()
                        .orElse(null);
    }

    /** What would be published of a channel; null where nothing is said of it. */
    public Service.@Nullable Way published(String channel) {
        WayDraft way = way(channel);
        return way == null ? null : way.way();
    }

    /** The offered channels of which something was typed that is no time or no fee. */
    public List<WayDraft> wrongWays() {
        return (ways == null ? List.<WayDraft>of() : ways)
                .stream()
                        .filter(way -> channels.contains(way.channel()) && (way.timeWrong() || way.feeWrong()))
                        .toList();
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
