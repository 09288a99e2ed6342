package vn.haidang.organization.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.haidang.ui.spi.ServedCity;

/** The name of the city served, as the tables of units have it. */
@Component
class NamedCity implements ServedCity {

    private final UnitTrees trees;
    private final Clock clock;
    private final AtomicReference<Optional<Name>> known = new AtomicReference<>(Optional.empty());

    NamedCity(UnitTrees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    @Override
    public Optional<Name> name() {
        try {
            trees.current()
                    .city(LocalDate.now(clock))
                    .map(city -> new Name(city.name(), city.nameEn()))
                    .ifPresent(name -> known.set(Optional.of(name)));
        } catch (DataAccessException e) {
            // A page that has everything else is not lost for the name above it.
            return lastKnown();
        }
        return lastKnown();
    }

    @Override
    public Optional<Name> lastKnown() {
        return known.get();
    }
}
