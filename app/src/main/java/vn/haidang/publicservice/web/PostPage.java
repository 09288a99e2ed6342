package vn.haidang.publicservice.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import vn.haidang.publicservice.internal.Parcel;
import vn.haidang.publicservice.internal.Parcels;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * The post of the desks where an officer works, and what was typed.
 *
 * @param waiting results that were asked for by post and not sent yet
 */
public record PostPage(
        List<Parcel> parcels,
        List<Parcels.ToSend> waiting,
        List<Option> desks,
        Map<String, String> typed,
        LocalDate today,
        List<FieldError> errors) {

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Where what came becomes a dossier, with its moment of arrival. */
    public String receive(Parcel parcel) {
        Instant arrived = parcel.arrivedAt();
        ZonedDateTime at = arrived == null ? today.atStartOfDay(Screen.ZONE) : arrived.atZone(Screen.ZONE);
        return "/desk/reception?channel=post&parcel=" + parcel.id() + "&help="
                + parcel.unit().value()
                + "&identified=certified-copy&arrived-day=" + at.getDayOfMonth() + "&arrived-month="
                + at.getMonthValue()
                + "&arrived-year=" + at.getYear() + "&arrived-at="
                + DateTimeFormatter.ofPattern("HH:mm").format(at);
    }

    public TypedDay day(String field) {
        return TypedDay.of(typed, field);
    }
}
