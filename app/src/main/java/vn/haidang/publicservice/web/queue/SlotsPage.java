package vn.haidang.publicservice.web.queue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Slots;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * The free times of a day at a place.
 *
 * @param move one's own appointment that gets another time, empty for a new one
 * @param from the first moment that can still be booked
 */
public record SlotsPage(
        Points.Point point,
        LocalDate day,
        List<LocalDate> days,
        List<Slots.Slot> slots,
        List<Option> services,
        String service,
        String move,
        LocalDateTime from,
        List<FieldError> errors) {

    /** Those that can be booked, as choices. */
    public List<Option> free(Screen screen) {
        return slots.stream()
                .filter(slot ->
                        slot.left() > 0 && slot.day().atTime(slot.starts()).isAfter(from))
                .map(slot -> new Option(
                        slot.starts().toString(),
                        screen.say(
                                "publicservice.appointment.span",
                                slot.starts().toString(),
                                slot.ends().toString()),
                        screen.say("publicservice.appointment.left", slot.left())))
                .toList();
    }

    /** Whether the last stretch of the day has begun; nothing is offered on a day without any. */
    static boolean isOver(List<Slots.Slot> slots, LocalDateTime from) {
        return slots.stream().noneMatch(slot -> slot.day().atTime(slot.starts()).isAfter(from));
    }

    public boolean over() {
        return isOver(slots, from);
    }

    /** Where somebody who must sign in first comes back to: the same day and service. */
    public String here() {
        String query = "?day=" + day + (service.isEmpty() ? "" : "&service=" + service);
        return URLEncoder.encode("/appointments/" + point.slug() + query, StandardCharsets.UTF_8);
    }

    public List<Option> dayOptions(Screen screen) {
        return days.stream()
                .map(each -> Option.of(each.toString(), screen.day(each)))
                .toList();
    }
}
