package vn.haidang.publicservice.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.Option;

/**
 * A service and the units it can be handed in at today, read once for a page.
 *
 * @param units in no order
 */
record Receiving(Service service, List<Unit> units) {

    List<Option> options() {
        Collator order = Collator.getInstance(Locale.of("vi", "VN"));
        return units.stream()
                .map(UnitWords::option)
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
    }

    /** Whether more than one unit receives it. */
    boolean choice() {
        return units.size() > 1;
    }

    /** The id of the first of these units that receives the service; empty for none. */
    String among(List<UnitId> chosen) {
        return chosen.stream()
                .map(unit -> unit.value().toString())
                .filter(this::by)
                .findFirst()
                .orElse("");
    }

    boolean by(String unit) {
        return units.stream().anyMatch(each -> each.id().value().toString().equals(unit));
    }
}
