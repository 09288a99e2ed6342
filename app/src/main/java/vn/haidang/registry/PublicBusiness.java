package vn.haidang.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business as whoever asked may be told of it today.
 *
 * @param unit the commune of its seat, null where the register does not say
 * @param representatives the names of who represents it by law, null where the register names none
 * @param people the same as references, for the journal
 * @param source the register it comes from ({@code registry.source.<code>})
 */
public record PublicBusiness(
        BusinessId id,
        String name,
        @Nullable UUID unit,
        @Nullable String street,
        @Nullable String representatives,
        List<PersonId> people,
        String source,
        LocalDate asOf) {

    public PublicBusiness {
        people = List.copyOf(people);
    }
}
