package vn.haidang.publicservice.internal;

import org.springframework.stereotype.Component;
import vn.haidang.indicator.Facts;

/** Tells the figures what became of the catalogue, in the transaction that changed it. */
@Component
class CatalogueCounting {

    private final Facts facts;
    private final CatalogueCount count;

    CatalogueCounting(Facts facts, CatalogueCount count) {
        this.facts = facts;
        this.count = count;
    }

    void changed() {
        facts.settle(count);
    }
}
