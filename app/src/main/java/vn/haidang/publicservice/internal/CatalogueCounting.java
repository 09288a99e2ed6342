package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Facts;
import vn.haidang.organization.UnitId;

/** Tells the figures what became of the catalogue, in the transaction that changed it. */
@Component
class CatalogueCounting {

    private final Facts facts;
    private final CatalogueCount count;

    CatalogueCounting(Facts facts, CatalogueCount count) {
        this.facts = facts;
        this.count = count;
    }

    /** So many more services are offered by a unit from that day on. */
    void offered(UnitId unit, LocalDate day, long amount) {
        facts.add(MultiDevice.CODE, MultiDevice.DENOMINATOR, unit, day, Facts.WHOLE, amount);
    }

    void changed() {
        facts.settle(count);
    }
}
