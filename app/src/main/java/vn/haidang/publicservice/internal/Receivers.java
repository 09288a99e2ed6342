package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Continuation;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;

/**
 * Which units may receive a service today: those declared to offer it, else those of the tier that decides it on that day, the city
 * itself for what the city decides.
 */
@Component
public class Receivers {

    private final Units units;
    private final FormerCompetence formerCompetence;
    private final Offerings offerings;
    private final Clock clock;

    Receivers(Units units, FormerCompetence formerCompetence, Offerings offerings, Clock clock) {
        this.units = units;
        this.formerCompetence = formerCompetence;
        this.offerings = offerings;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public List<Unit> of(Service service) {
        LocalDate today = today();
        List<String> declared = offerings.on(service.code(), today);
        if (!declared.isEmpty()) {
            return declared.stream()
                    .flatMap(key -> units.byKey(key).stream())
                    .map(unit -> units.named(unit.id(), today))
                    .toList();
        }
        Tier tier = tier(service, today);
        return tier == Tier.CITY ? List.of(units.city(today)) : units.ofTier(tier, today);
    }

    /** Those of the services that the unit is one of {@link #of}, asked for all of them at once. */
    public List<Service> receivedAt(UnitId unit, List<Service> services) {
        LocalDate today = today();
        Map<String, Set<String>> declared = offerings.on(today);
        Map<String, Tier> former = formerCompetence.on(today);
        UnitId city = units.city(today).id();
        Tier tier = units.find(unit).map(Unit::tier).orElse(null);
        boolean within = units.path(unit, today).stream().map(Unit::id).anyMatch(city::equals);
        return services.stream()
                .filter(service -> {
                    Set<String> named = declared.get(service.code());
                    if (named != null) {
                        return named.stream().map(UnitId::ofKey).anyMatch(unit::equals);
                    }
                    Tier decides = former.getOrDefault(service.code(), service.tier());
                    return decides == Tier.CITY ? unit.equals(city) : within && decides == tier;
                })
                .toList();
    }

    /** Who receives now what was chosen a while ago: that unit, or the one that all of it went into; a divided one is sorted by people. */
    UnitId now(UnitId chosen) {
        List<Continuation> by = units.continuedBy(chosen, today());
        return by.size() == 1 && by.getFirst().whole() ? by.getFirst().unit().id() : chosen;
    }

    UnitId check(Service service, UnitId wanted) {
        if (!receives(service, wanted)) {
            throw PublicServiceProblems.noSuchReceiver();
        }
        return wanted;
    }

    /** Whether it is one of {@link #of}, without putting all of them in order. */
    private boolean receives(Service service, UnitId wanted) {
        LocalDate today = today();
        List<String> declared = offerings.on(service.code(), today);
        if (!declared.isEmpty()) {
            return declared.stream().map(UnitId::ofKey).anyMatch(wanted::equals)
                    && units.find(wanted).isPresent();
        }
        Tier tier = tier(service, today);
        UnitId city = units.city(today).id();
        if (tier == Tier.CITY) {
            return wanted.equals(city);
        }
        return units.find(wanted).filter(unit -> unit.tier() == tier).isPresent()
                && units.path(wanted, today).stream().map(Unit::id).anyMatch(city::equals);
    }

    private Tier tier(Service service, LocalDate today) {
        return formerCompetence.on(service.code(), today).orElse(service.tier());
    }
}
