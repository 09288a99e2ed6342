package vn.haidang.publicservice.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.Channel;
import vn.haidang.ui.FieldError;

/**
 * Who stands at the desk and what for, as typed.
 *
 * @param record whether nobody is known by the number, so that name and sex are typed, too
 */
public record ReceptionForm(
        String channel,
        String service,
        String number,
        TypedDay birth,
        String identified,
        String help,
        String receiving,
        TypedDay arrived,
        String arrivedAt,
        String resultBy,
        String address,
        boolean record,
        String name,
        String sex,
        String phone,
        String ticket,
        String parcel,
        RepresentedForm represented) {

    static final List<String> PAPERS = List.of("identity-card", "electronic-identity", "passport", "certified-copy");
    static final List<String> RESULTS = List.of("electronic", "counter", "post");

    private static final int LONGEST = 200;

    static ReceptionForm of(Map<String, String> asked) {
        return new ReceptionForm(
                asked.getOrDefault("channel", "counter").equals("post") ? "post" : "counter",
                text(asked, "service"),
                text(asked, "number").replace(" ", ""),
                TypedDay.of(asked, "birth"),
                text(asked, "identified"),
                text(asked, "help"),
                text(asked, "receiving"),
                TypedDay.of(asked, "arrived"),
                text(asked, "arrived-at"),
                asked.getOrDefault("result-by", "electronic"),
                text(asked, "address"),
                asked.containsKey("record"),
                text(asked, "name"),
                text(asked, "sex"),
                text(asked, "phone"),
                text(asked, "ticket"),
                text(asked, "parcel"),
                RepresentedForm.of(asked));
    }

    static String text(Map<String, String> asked, String field) {
        String typed = asked.getOrDefault(field, "").strip();
        return typed.substring(0, Math.min(LONGEST, typed.length()));
    }

    /** The same, and whoever is not known is to be recorded, nobody else. */
    ReceptionForm recording(boolean present, boolean other) {
        return new ReceptionForm(
                channel,
                service,
                number,
                birth,
                identified,
                help,
                receiving,
                arrived,
                arrivedAt,
                resultBy,
                address,
                present,
                name,
                sex,
                phone,
                ticket,
                parcel,
                represented.recording(other));
    }

    Channel way() {
        return byPost() ? Channel.POST : Channel.COUNTER;
    }

    public boolean byPost() {
        return channel.equals("post");
    }

    List<FieldError> errors(Set<String> services) {
        List<FieldError> errors = new ArrayList<>();
        add(errors, !services.contains(service), "service");
        add(errors, !number.matches("[0-9]{12}"), "number");
        add(errors, birth.date().isEmpty(), "birth");
        add(errors, !PAPERS.contains(identified), "identified");
        add(errors, Ids.uuid(help).isEmpty(), "help");
        add(errors, !receiving.isEmpty() && Ids.uuid(receiving).isEmpty(), "receiving");
        add(errors, byPost() && arrivedAtOrNull() == null, "arrived");
        add(errors, !RESULTS.contains(resultBy), "result-by");
        add(errors, resultBy.equals("post") && address.isEmpty(), "address");
        errors.addAll(represented.errors(number));
        return errors;
    }

    /** What of a person is wrong whom nobody is known as; of somebody who is known none of it is asked. */
    List<FieldError> recordErrors() {
        List<FieldError> errors = new ArrayList<>();
        add(errors, name.isEmpty(), "name");
        add(errors, !Set.of("female", "male").contains(sex), "sex");
        add(errors, !phone.isEmpty() && !phone.matches("[0-9+ .]{8,20}"), "phone");
        return errors;
    }

    private static void add(List<FieldError> errors, boolean wrong, String field) {
        if (wrong) {
            errors.add(FieldError.of(field, "publicservice.reception.error." + field));
        }
    }

    /** Of post: when it was at the unit; null where it was not understood, or at the counter. */
    @Nullable Instant arrivedAtOrNull() {
        return byPost() ? arrived.at(arrivedAt).orElse(null) : null;
    }

    @Nullable UUID ticketOrNull() {
        return Ids.uuid(ticket).orElse(null);
    }

    @Nullable UUID parcelOrNull() {
        return Ids.uuid(parcel).orElse(null);
    }

    Optional<String> addressOrNone() {
        return Optional.of(address).filter(typed -> resultBy.equals("post") && !typed.isEmpty());
    }
}
