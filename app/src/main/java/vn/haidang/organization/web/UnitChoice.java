package vn.haidang.organization.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.reference.Folding;
import vn.haidang.ui.Option;

/** Choosing units in forms: from a list, or typed as a key, a statistical code or a name. */
@Component
class UnitChoice {

    static final List<String> KINDS = List.of(
            "ward",
            "commune",
            "township",
            "special-zone",
            "city-district",
            "rural-district",
            "district-city",
            "district-town",
            "department",
            "agency",
            "centre",
            "vertical");

    private final Units units;

    UnitChoice(Units units) {
        this.units = units;
    }

    /** The city and all its units on a day, by name. */
    List<Option> options(LocalDate day, boolean english) {
        var order = Collator.getInstance(Locale.of("vi"));
        var options = new ArrayList<Option>();
        living(day)
                .sorted(Comparator.comparing(Unit::name, order::compare).thenComparing(Unit::key))
                .map(unit -> Option.of(unit.key(), english ? unit.nameEn() : unit.name()))
                .forEach(options::add);
        return List.copyOf(options);
    }

    /** What somebody typed: a key, a code borne on the day, or a name that only one unit of the day has. */
    Optional<Unit> typed(String text, LocalDate day) {
        var byKey = units.byKey(text);
        if (byKey.isPresent()) {
            return byKey;
        }
        var byCode = units.byCode("gso", text, day);
        if (byCode.isPresent()) {
            return byCode;
        }
        var folded = Folding.fold(text);
        var named = living(day)
                .filter(unit -> Folding.fold(unit.name()).equals(folded)
                        || Folding.fold(unit.nameEn()).equals(folded))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private Stream<Unit> living(LocalDate day) {
        var city = units.city(day);
        return Stream.concat(
                Stream.of(city), Stream.of(Tier.values()).flatMap(tier -> units.ofTier(tier, day).stream()));
    }
}
