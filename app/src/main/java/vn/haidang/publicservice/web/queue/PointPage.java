package vn.haidang.publicservice.web.queue;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.publicservice.internal.queue.Kiosks;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Slots;
import vn.haidang.ui.FieldError;

/**
 * One place: its terms, its devices, the stretches of one day.
 *
 * @param people how many may come in one stretch, as typed
 * @param code of a device that was just registered, shown this once; empty otherwise
 */
public record PointPage(
        Points.Point point,
        PointForm form,
        List<Kiosks.Kiosk> kiosks,
        String code,
        LocalDate day,
        List<LocalDate> days,
        List<Slots.Slot> slots,
        String people,
        List<FieldError> errors) {

    public String path() {
        return "/desk/points/" + point.id();
    }
}
