package vn.haidang.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One row of a table of reference data; a cell that does not read as asked is refused with its line and column. */
public interface ReferenceRow {

    long line();

    /** The text of a cell that must not be empty. */
    String text(String column);

    Optional<String> optionalText(String column);

    LocalDate date(String column);

    Optional<LocalDate> optionalDate(String column);

    int integer(String column);

    Optional<BigDecimal> optionalDecimal(String column);

    boolean flag(String column);
}
