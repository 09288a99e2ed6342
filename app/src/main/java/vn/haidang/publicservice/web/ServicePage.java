package vn.haidang.publicservice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Unit;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.VersionLine;
import vn.haidang.publicservice.internal.FormerLevels;
import vn.haidang.worktime.LegalDuration;

/**
 * One service as its sources have it.
 *
 * @param versions its history, newest first
 * @param units who receives it today
 * @param appointments whether somebody may come by appointment for it, at one of these units
 * @param asked the version that was asked for, null for the one in force
 */
public record ServicePage(
        Service service,
        List<VersionLine> versions,
        List<FormerLevels.FormerLevel> formerLevels,
        List<Unit> units,
        boolean appointments,
        @Nullable Integer asked) {

    private static final int FEW = 5;

    /** The version shown, where it is not simply the one in force. */
    public @Nullable VersionLine line() {
        return versions.stream()
                .filter(line -> asked != null && line.version() == asked)
                .findFirst()
                .orElse(null);
    }

    /** Whether it may be started from this page. */
    public boolean starts() {
        return asked == null && service.startsHere();
    }

    public boolean fewUnits() {
        return units.size() <= FEW;
    }

    /** The message of the time limit, followed by its argument. */
    public record TimeWords(String key, Object argument) {}

    public @Nullable TimeWords time() {
        return words(service.duration());
    }

    /** The legal time in words; null where it is not established. */
    public static @Nullable TimeWords words(@Nullable LegalDuration duration) {
        return switch (duration) {
            case null -> null;
            case LegalDuration.SameDay(var cutoff) -> new TimeWords("publicservice.time.same-day", cutoff.toString());
            case LegalDuration.WorkingDays(int days) -> new TimeWords("publicservice.time.working-days", days);
            case LegalDuration.CalendarDays(int days) -> new TimeWords("publicservice.time.days", days);
            case LegalDuration.Months(int months) -> new TimeWords("publicservice.time.months", months);
            case LegalDuration.WorkingHours(var time) -> new TimeWords("publicservice.time.hours", time.toHours());
        };
    }

    public static @Nullable TimeWords words(String code) {
        return words(LegalDuration.parse(code));
    }

    public List<Service.Item> required() {
        return service.items().stream().filter(Service.Item::required).toList();
    }

    public List<Service.Item> sometimes() {
        return service.items().stream().filter(item -> !item.required()).toList();
    }
}
