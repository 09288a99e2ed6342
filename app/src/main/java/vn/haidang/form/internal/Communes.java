package vn.haidang.form.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** The communes, wards and special zones a person may choose from today. */
@Component
public class Communes {

    private final Units units;
    private final Clock clock;

    Communes(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    public List<Unit> all() {
        return units.ofTier(Tier.COMMUNE, LocalDate.now(clock));
    }

    boolean lives(UnitId id) {
        return units.find(id)
                .filter(unit -> unit.tier() == Tier.COMMUNE && unit.livesOn(LocalDate.now(clock)))
                .isPresent();
    }

    /** The name of a unit by its written id, as it was recorded; empty when the text names none. */
    public Optional<Unit> named(String id) {
        try {
            return units.find(new UnitId(UUID.fromString(id)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
