package vn.haidang.publicservice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.publicservice.internal.queue.Points;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** What officers at a desk find in their menu. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

    @Bean
    MenuEntry publicserviceReceptionEntry() {
        return new MenuEntry(
                "publicservice.menu.reception", MenuEntry.Menu.DESK, ReceptionPages.PATH, Receptions.ACTION, 20);
    }

    @Bean
    MenuEntry publicserviceQueueEntry() {
        return new MenuEntry("publicservice.menu.queue", MenuEntry.Menu.DESK, "/desk/queue", Receptions.ACTION, 21);
    }

    @Bean
    MenuEntry publicserviceAppointmentsEntry() {
        return new MenuEntry(
                "publicservice.menu.appointments", MenuEntry.Menu.DESK, "/desk/appointments", Receptions.ACTION, 22);
    }

    @Bean
    MenuEntry publicservicePostEntry() {
        return new MenuEntry("publicservice.menu.post", MenuEntry.Menu.DESK, PostPages.PATH, Receptions.ACTION, 23);
    }

    @Bean
    MenuEntry publicservicePointsEntry() {
        return new MenuEntry("publicservice.menu.points", MenuEntry.Menu.DESK, "/desk/points", Points.RUN, 60);
    }

    @Bean
    MenuEntry publicserviceMyAppointmentsEntry() {
        return new MenuEntry(
                "publicservice.menu.my-appointments",
                MenuEntry.Menu.RESIDENT,
                "/my/appointments",
                Access.SIGNED_IN,
                40);
    }
}
