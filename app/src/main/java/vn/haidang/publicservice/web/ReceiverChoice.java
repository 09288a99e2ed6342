package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.Receivers;
import vn.haidang.registry.KnownValue;
import vn.haidang.registry.Persons;

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

    Receiving of(Service service) {
        return new Receiving(service, receivers.of(service));
    }

    /** The id of the unit where the reader lives, or where the business sits for which the reader acts; empty when it is not known or does not receive the service. */
    String residence(Receiving receiving, Reader reader) {
        var known = persons.known(reader, List.of(RESIDENCE, SEAT), "publicservice/prefill");
        return Optional.ofNullable(known.containsKey(SEAT) ? known.get(SEAT) : known.get(RESIDENCE))
                .map(KnownValue::value)
                .filter(receiving::by)
                .orElse("");
    }

    String name(UnitId unit) {
        return units.find(unit).map(UnitWords::name).orElse("");
    }
}
