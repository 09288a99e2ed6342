package vn.haidang.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a table of reference data; a cell that does not read as asked is refused with its line and column. Reading goes on
 * with a stand-in, so that all refusals of a file are known at once; nothing of a table with a refusal is stored.
 */
public interface ReferenceRow {

    long line();

    /** The text of a cell that must not be empty: trimmed, composed (NFC). */
    String text(String column);

    Optional<String> optionalText(String column);

    /** One of a few codes. */
    String oneOf(String column, Set<String> codes);

    LocalDate date(String column);

    Optional<LocalDate> optionalDate(String column);

    int integer(String column);

    Optional<BigDecimal> optionalDecimal(String column);

    /** {@code true} or {@code false}. */
    boolean flag(String column);

    /** A key that the given ones contain, for example of another table; any other is refused. */
    default String keyOf(String column, Set<String> known) {
        var key = text(column);
        if (!known.contains(key)) {
            refuse(column, "reference.refused.unknown-key", key);
        }
        return key;
    }

    /** How sure the source is: H read, M press or public code, I our inference, K background knowledge. */
    default String confidence() {
        return oneOf("confidence", Set.of("H", "M", "I", "K"));
    }

    /** The columns {@code valid_from} and {@code valid_to}; an end that is not after the beginning is refused. */
    default Validity validity() {
        var from = date("valid_from");
        var to = optionalDate("valid_to");
        if (to.filter(end -> !end.isAfter(from)).isPresent()) {
            refuse("valid_to", "reference.refused.period");
        }
        return new Validity(from, to.orElse(null));
    }

    /** Refuses what only the importer can judge, for example a key that no other table has. */
    void refuse(String column, String messageKey, Object... arguments);
}
