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

    /** Refuses what only the importer can judge, for example a key that no other table has. */
    void refuse(String column, String messageKey, Object... arguments);
}
