package vn.haidang.casework.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.WorkCalendar;

/**
 * The first moment that is too late, in the words people use: a limit in days ends with its last day (Civil Code art. 148), so the
 * day is named and not the midnight after it; a limit in hours ends at its minute.
 */
record DueMoment(Instant tooLate) {

    String words(Screen screen) {
        LocalDateTime local = LocalDateTime.ofInstant(tooLate, WorkCalendar.ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? screen.day(local.toLocalDate().minusDays(1))
                : screen.moment(tooLate);
    }

    String shortWords(Screen screen) {
        LocalDateTime local = LocalDateTime.ofInstant(tooLate, WorkCalendar.ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? screen.shortDay(local.toLocalDate().minusDays(1))
                : screen.shortMoment(tooLate);
    }
}
