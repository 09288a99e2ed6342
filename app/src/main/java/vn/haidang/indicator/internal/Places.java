package vn.haidang.indicator.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitHit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.reference.Folding;

/** Which unit a published table speaks of; a code alone is not enough, since codes are recycled. */
@Component
class Places {

    private static final String CODES = "gso";
    private static final int MOST_FOUND = 5;

    private final Units units;
    private final Clock clock;

    Places(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** The unit that bore the code on the day or, where none was known by that name, on a later day of change. */
    Optional<UnitId> byCode(String code, String name, LocalDate day) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(day), units.epochs().stream().filter(each -> each.isAfter(day)))
                .flatMap(each ->
                        units
                                .byCode(CODES, code, each)
                                .filter(unit -> named(name, units.named(unit.id(), each)))
                                .stream())
                .map(Unit::id)
                .findFirst();
    }

    /** The unit of that name, if the search knows one that is called so. */
    Optional<UnitId> byName(String name) {
        return units.search(name, LocalDate.now(clock), MOST_FOUND).stream()
                .map(UnitHit::unit)
                .filter(unit -> named(name, unit))
                .min(Comparator.comparing(Unit::tier))
                .map(Unit::id);
    }

    private static boolean named(String name, Unit unit) {
        var given = plain(name);
        var full = plain(unit.name());
        return !given.isEmpty() && (full.equals(given) || full.endsWith(' ' + given));
    }

    private static String plain(String text) {
        return Folding.fold(text).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
