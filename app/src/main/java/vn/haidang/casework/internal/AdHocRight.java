package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.WorkCalendars;

/** Who may give whole pieces of work to a unit: whoever works there, its head, and those above. */
@Component
class AdHocRight {

    private static final String ACT = "casework/act";

    private final Powers powers;
    private final Colleagues colleagues;
    private final WorkCalendars calendars;
    private final Clock clock;

    AdHocRight(Powers powers, Colleagues colleagues, WorkCalendars calendars, Clock clock) {
        this.powers = powers;
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The unit for which they ask: the one that does it where they work there, else one of their own.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/not-your-unit}
     */
    UnitId unitOf(Reader reader, UnitId unit) {
        Set<UnitId> own = powers.units(reader, ACT);
        if (own.contains(unit)) {
            return unit;
        }
        if (!colleagues.mayAssign(reader, unit)) {
            throw CaseworkProblems.notYourUnit();
        }
        return own.stream()
                .min(Comparator.comparing(each -> each.value().toString()))
                .orElseThrow(CaseworkProblems::notYourUnit);
    }

    /** Code of the office hours of a unit today. */
    String officeHours(UnitId unit, String otherwise) {
        return calendars.officeHoursOf(unit, LocalDate.now(clock), otherwise);
    }
}
