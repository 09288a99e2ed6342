package vn.haidang.organization.internal.lists;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the lists of several days and the mappings between them establish. Same code, kind and name is the same unit; the same code
 * with another name or kind is only perhaps the same and stays to be confirmed; of one that vanished the successor is not
 * established. Nothing else is inferred from codes, since they are used again.
 */
final class CityLives {

    /** The tiers of a list. */
    enum Tier {
        CITY,
        DISTRICT,
        COMMUNE
    }

    /**
     * What became of a unit.
     *
     * @param to key, empty where nothing is established
     * @param extent empty where there is no successor
     */
    record Step(String from, String to, LocalDate on, String kind, String extent, String confidence) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final String served;
    private final Map<Tier, Map<String, Life>> alive = new TreeMap<>();
    private final List<Life> lives = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /** @param served statistical code of the city whose tables are made */
    CityLives(String served) {
        this.served = served;
        for (var tier : Tier.values()) {
            alive.put(tier, new TreeMap<>());
        }
    }

    static CityLives of(String served, List<UnitList> lists, List<UnitMapping> mappings) {
        var city = new CityLives(served);
        lists.stream()
                .sorted(Comparator.comparing(UnitList::day))
                .forEach(list -> city.next(
                        list,
                        mappings.stream()
                                .filter(mapping -> mapping.day().equals(list.day()))
                                .findFirst()));
        return city;
    }

    List<Life> lives() {
        return List.copyOf(lives);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    String cityKey() {
        return "city-" + served;
    }

    LocalDate firstDay() {
        return lives.isEmpty() ? LocalDate.EPOCH : lives.getFirst().from;
    }

    private void next(UnitList list, Optional<UnitMapping> mapping) {
        var ended = new TreeMap<Tier, List<Life>>();
        for (var tier : Tier.values()) {
            ended.put(tier, takeOver(tier, list, mapping));
        }
        for (var tier : Tier.values()) {
            for (var life : ended.getOrDefault(tier, List.of())) {
                tell(tier, life, list, mapping);
            }
        }
    }

    /** Lets units go on, end and begin; tells which ended. */
    private List<Life> takeOver(Tier tier, UnitList list, Optional<UnitMapping> mapping) {
        var listed = listed(tier, list);
        var living = alive(tier);
        var first = lives.stream().noneMatch(life -> life.from.isBefore(list.day()));
        var ended = new ArrayList<Life>();
        for (var life : List.copyOf(living.values())) {
            var next = listed.get(life.last().code());
            if (next != null && life.last().sameAs(next) && untouched(tier, life, mapping)) {
                life.goesOn(next, parentKey(next), list.day());
            } else {
                life.ends(list.day());
                living.remove(life.last().code());
                ended.add(life);
            }
        }
        for (var unit : listed.values()) {
            if (!living.containsKey(unit.code())) {
                var life = new Life(key(tier, unit, list.day()), unit, list.day(), first, parentKey(unit));
                living.put(unit.code(), life);
                lives.add(life);
            }
        }
        return ended;
    }

    /** Where a mapping is known, a unit goes on only if all of it went to itself and nothing came to it. */
    private static boolean untouched(Tier tier, Life life, Optional<UnitMapping> mapping) {
        if (tier != Tier.COMMUNE || mapping.isEmpty()) {
            return true;
        }
        var code = life.last().code();
        var ways = mapping.get().ways();
        var out = ways.stream().filter(way -> way.oldCode().equals(code)).toList();
        var in = ways.stream().filter(way -> way.newCode().equals(code)).count();
        return out.isEmpty() && in == 0
                || out.size() == 1
                        && in == 1
                        && out.getFirst().whole()
                        && out.getFirst().newCode().equals(code);
    }

    private void tell(Tier tier, Life life, UnitList list, Optional<UnitMapping> mapping) {
        var on = list.day();
        var ways = mapping.stream()
                .flatMap(known -> known.ways().stream())
                .filter(way ->
                        tier != Tier.CITY && way.oldCode().equals(life.last().code()))
                .toList();
        if (!ways.isEmpty()) {
            ways.forEach(way -> mapped(life, way, on, mapping.orElseThrow()));
        } else if (tier == Tier.CITY && mapping.isPresent() && alive(Tier.CITY).containsKey(served)) {
            steps.add(new Step(life.key, cityKey(), on, "merged", "whole", "M"));
        } else if (tier == Tier.DISTRICT && list.districts().isEmpty()) {
            steps.add(new Step(life.key, "", on, "abolished", "", "M"));
        } else {
            var same = alive(tier).get(life.last().code());
            steps.add(
                    same == null
                            ? new Step(life.key, "", on, "unestablished", "", "M")
                            : new Step(life.key, same.key, on, "renamed", "unknown", "I"));
        }
    }

    private void mapped(Life life, UnitMapping.Way way, LocalDate on, UnitMapping mapping) {
        var to = alive(Tier.COMMUNE).get(way.newCode());
        if (to == null) {
            steps.add(new Step(life.key, "", on, "unestablished", "", "M"));
            return;
        }
        var alone = mapping.ways().stream()
                        .filter(other -> other.newCode().equals(way.newCode()))
                        .count()
                == 1;
        var kind = !way.whole() ? "split" : alone ? "converted" : "merged";
        steps.add(new Step(life.key, to.key, on, kind, way.whole() ? "whole" : "part", "M"));
    }

    private String parentKey(Listed unit) {
        var parent = unit.parent();
        if (parent == null) {
            return "";
        }
        var district = alive(Tier.DISTRICT).get(parent);
        var top = alive(Tier.CITY).get(parent);
        return district != null ? district.key : top != null ? top.key : "";
    }

    private String key(Tier tier, Listed unit, LocalDate day) {
        return switch (tier) {
            case CITY -> unit.code().equals(served) ? "city-" + unit.code() : "province-" + unit.code();
            case DISTRICT -> "district-" + unit.code() + '-' + DAY.format(day);
            case COMMUNE -> "commune-" + unit.code() + '-' + DAY.format(day);
        };
    }

    private Map<String, Life> alive(Tier tier) {
        return alive.getOrDefault(tier, Map.of());
    }

    private static Map<String, Listed> listed(Tier tier, UnitList list) {
        return switch (tier) {
            case CITY -> list.provinces();
            case DISTRICT -> list.districts();
            case COMMUNE -> list.communes();
        };
    }
}
