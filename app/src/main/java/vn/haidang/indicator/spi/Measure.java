package vn.haidang.indicator.spi;

import java.util.List;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.UnitScope;
import vn.haidang.ui.PageRequest;

/** One thing the platform can count about itself, e.g. "work files closed fully online". Lives beside the SQL of the module that owns the records. */
public interface Measure {

    MeasureCode code();

    /** Grows when the definition changes; shown beside every figure. */
    int version();

    List<Component> components();

    /** The components of every unit and day in range, from the records, in one set-based statement. */
    Observations observe(DayRange days);

    /** The records behind one number, newest first, as this reader may see them. */
    Evidence evidence(UnitScope scope, DayRange days, PageRequest page, Reader reader);
}
