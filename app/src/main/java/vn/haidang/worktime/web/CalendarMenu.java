package vn.haidang.worktime.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** The calendar's and the office hours' places in the menu of the administration. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {

    static final String ACTION = "worktime/administer";

    @Bean
    MenuEntry calendarEntry() {
        return new MenuEntry("worktime.menu.calendar", MenuEntry.Menu.ADMINISTRATION, CalendarPages.PATH, ACTION, 40);
    }

    @Bean
    MenuEntry officeHoursEntry() {
        return new MenuEntry(
                "worktime.menu.office-hours", MenuEntry.Menu.ADMINISTRATION, OfficeHoursPages.PATH, ACTION, 50);
    }
}
