package vn.haidang.publicservice.web.own;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.Keeping;
import vn.haidang.ui.Option;

/** The communes a request can go to, beginning with the one where somebody lives as far as the city knows. */
@Component
class Communes {

    private final Units units;
    private final Corrections corrections;
    private final Clock clock;

    Communes(Units units, Corrections corrections, Clock clock) {
        this.units = units;
        this.corrections = corrections;
        this.clock = clock;
    }

    List<Option> options() {
        Collator order = Collator.getInstance(Locale.of("vi", "VN"));
        return units.ofTier(Tier.COMMUNE, today()).stream()
                .map(UnitWords::option)
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
    }

    boolean has(String id) {
        return units.ofTier(Tier.COMMUNE, today()).stream()
                .anyMatch(unit -> unit.id().value().toString().equals(id));
    }

    /** Some unit, where none matters because nobody has to decide. */
    UnitId any() {
        return units.city(today()).id();
    }

    /** Empty when it is not known. */
    String home(Reader reader) {
        Keeping keeping = corrections.keepers(reader).get("person.residence");
        UnitId unit = keeping == null ? null : keeping.unit();
        return unit == null ? "" : unit.value().toString();
    }

    String name(UnitId unit) {
        return units.find(unit).map(UnitWords::name).orElse("");
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
