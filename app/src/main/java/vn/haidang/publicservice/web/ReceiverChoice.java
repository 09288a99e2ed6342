package vn.haidang.publicservice.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.Receivers;
import vn.haidang.registry.KnownValue;
import vn.haidang.registry.Persons;
import vn.haidang.ui.Option;

/** The units a service can be handed in at, beginning with the one where the reader lives as far as the city knows. */
@Component
class ReceiverChoice {

    private static final String RESIDENCE = "person.residence";
    private static final String SEAT = "business.residence";

    private final Receivers receivers;
    private final Units units;
    private final Persons persons;

    ReceiverChoice(Receivers receivers, Units units, Persons persons) {
        this.receivers = receivers;
        this.units = units;
        this.persons = persons;
    }

    List<Option> options(Service service) {
        Collator order = Collator.getInstance(Locale.of("vi", "VN"));
        return receivers.of(service).stream()
                .map(UnitWords::option)
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
    }

    /** Whether more than one unit receives it. */
    boolean choice(Service service) {
        return receivers.of(service).size() > 1;
    }

    /** The id of the first of these units that receives the service; empty for none. */
    String among(Service service, List<UnitId> chosen) {
        var receiving = receivers.of(service).stream().map(Unit::id).collect(Collectors.toUnmodifiableSet());
        return chosen.stream()
                .filter(receiving::contains)
                .findFirst()
                .map(unit -> unit.value().toString())
                .orElse("");
    }

    /** The id of the unit where the reader lives, or where the business sits for which the reader acts; empty when it is not known or does not receive this service. */
    String residence(Service service, Reader reader) {
        var known = persons.known(reader, List.of(RESIDENCE, SEAT), "publicservice/prefill");
        return Optional.ofNullable(known.containsKey(SEAT) ? known.get(SEAT) : known.get(RESIDENCE))
                .map(KnownValue::value)
                .filter(unit -> receivers.of(service).stream()
                        .anyMatch(each -> each.id().value().toString().equals(unit)))
                .orElse("");
    }

    String name(UnitId unit) {
        return units.find(unit).map(UnitWords::name).orElse("");
    }
}
