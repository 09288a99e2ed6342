package vn.haidang.publicservice.web.queue;

import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.publicservice.internal.queue.Tickets;
import vn.haidang.ui.QrPicture;

/**
 * A number somebody waits with.
 *
 * @param address where whoever holds it sees on their own phone how far it is, as short as can be typed
 * @param onDevice whether the device shows it that gave it out
 */
public record TicketPage(Points.Point point, Tickets.Place place, String address, boolean onDevice) {

    public String path() {
        return "/kiosk/" + point.slug() + "/number/" + place.ticket().number();
    }

    /** The address as it is typed. */
    public String typed() {
        return Forms.typed(address);
    }

    public QrPicture picture() {
        return QrPicture.of(address);
    }
}
