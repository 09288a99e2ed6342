package vn.haidang.indicator;

import java.time.LocalDate;
import vn.haidang.organization.UnitId;

/** Where acts record what they changed, in their own transaction: an insert, never an update. */
@org.springframework.stereotype.Component
public class Facts {

    /** The breakdown of a fact that has none. */
    public static final String WHOLE = "";

    public void add(MeasureCode measure, String component, UnitId unit, LocalDate day, String breakdown, long amount) {
        throw new UnsupportedOperationException();
    }

    /** For {@code DISTINCT} components: the member is present while the sum of its amounts is above zero. */
    public void add(
            MeasureCode measure,
            String component,
            UnitId unit,
            LocalDate day,
            String breakdown,
            String member,
            long amount) {
        throw new UnsupportedOperationException();
    }
}
