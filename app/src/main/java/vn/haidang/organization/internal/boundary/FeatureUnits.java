package vn.haidang.organization.internal.boundary;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Unit;
import vn.haidang.organization.internal.UnitTree;

/**
 * Which unit a feature is, by the code in one of its properties on a day. Without a named property it is found out from the first
 * feature that has a known code; of several the one of the lowest tier, since files repeat the codes of the units above.
 */
final class FeatureUnits {

    private static final int CODE_LENGTH = 5;

    private final UnitTree tree;
    private final LocalDate on;
    private @Nullable String property;

    FeatureUnits(UnitTree tree, LocalDate on, String property) {
        this.tree = tree;
        this.on = on;
        this.property = property.isEmpty() ? null : property;
    }

    Optional<Unit> find(Map<String, String> properties) {
        if (property == null) {
            property = properties.entrySet().stream()
                    .flatMap(entry -> byCode(entry.getValue()).map(unit -> Map.entry(entry.getKey(), unit)).stream())
                    .max(Comparator.comparing((Map.Entry<String, Unit> found) ->
                                    found.getValue().tier())
                            .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
        return Optional.ofNullable(property).map(properties::get).flatMap(this::byCode);
    }

    /** A code that a program took for a number lost its zeros. */
    private Optional<Unit> byCode(String value) {
        var exact = tree.byCode("gso", value, on);
        return exact.isPresent()
                        || value.length() >= CODE_LENGTH
                        || !value.chars().allMatch(Character::isDigit)
                ? exact
                : tree.byCode("gso", "0".repeat(CODE_LENGTH - value.length()) + value, on);
    }
}
