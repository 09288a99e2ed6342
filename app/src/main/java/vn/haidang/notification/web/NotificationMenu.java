package vn.haidang.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** The entry in the menus of residents and officials. */
@Configuration(proxyBeanMethods = false)
class NotificationMenu {

    static final String ENTRY = "notification.menu.inbox";

    @Bean
    MenuEntry notificationResidentEntry() {
        return new MenuEntry(ENTRY, MenuEntry.Menu.RESIDENT, "/my/notifications", Access.SIGNED_IN, 50);
    }

    @Bean
    MenuEntry notificationDeskEntry() {
        return new MenuEntry(ENTRY, MenuEntry.Menu.DESK, "/my/notifications", Access.SIGNED_IN, 90);
    }
}
