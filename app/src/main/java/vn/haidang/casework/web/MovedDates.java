package vn.haidang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.Fingerprint;
import vn.haidang.casework.internal.PromisedDates;
import vn.haidang.identity.RequestReader;
import vn.haidang.organization.Units;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;
import vn.haidang.worktime.CalendarChange;

/** Tells which promised days of cases a change of the calendar would move. */
@Component
class MovedDates implements Consequence<CalendarChange> {

    private final PromisedDates dates;
    private final RequestReader reader;
    private final Units units;

    MovedDates(PromisedDates dates, RequestReader reader, Units units) {
        this.dates = dates;
        this.reader = reader;
        this.units = units;
    }

    @Override
    public Class<CalendarChange> change() {
        return CalendarChange.class;
    }

    @Override
    public Outlook outlook(CalendarChange change, HttpServletRequest request) {
        PromisedDates.Outcome outcome = dates.foresee(change, reader.of(request));
        List<PromisedDates.Moved> moved = outcome.moved();
        if (moved.isEmpty() && outcome.certain() == 0) {
            return Outlook.NOTHING;
        }
        return new Outlook(
                moved.size(),
                Fingerprint.of(moved.stream()
                        .map(one -> one.id().value() + " " + one.due())
                        .toArray()),
                new Fragment("casework/movedDates", MovedDatesPage.of(moved, outcome.certain(), units)));
    }

    @Override
    public void settle(CalendarChange change, boolean move, HttpServletRequest request) {
        dates.settle(change, move, reader.of(request));
    }
}
