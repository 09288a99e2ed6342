package vn.haidang.reference.spi;

import java.util.List;
import vn.haidang.reference.ReferenceRow;

/** How one table of reference data enters its module: all rows or none, and a second time changes nothing. */
public interface Importer {

    /** The file without its ending, {@code module/table}, for example {@code worktime/day}. */
    String table();

    /** The columns the file must have. */
    List<String> columns();

    /** Columns the file may have; the cells of one it does not have are empty. */
    default List<String> optionalColumns() {
        return List.of();
    }

    /** Tables that must be loaded before this one. */
    default List<String> after() {
        return List.of();
    }

    /**
     * Whether its rows name units of the authority. The shipped rows are those of the shipped city: with units of its own
     * ({@code organization/unit}) another one begins without any, until its folder has the table.
     */
    default boolean namesUnits() {
        return false;
    }

    /** Stores the whole table inside the caller's transaction, set-based. */
    void load(List<ReferenceRow> rows);
}
