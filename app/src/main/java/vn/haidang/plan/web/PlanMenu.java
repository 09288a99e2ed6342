package vn.haidang.plan.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** The entry in the public menu and that of officials. */
@Configuration(proxyBeanMethods = false)
class PlanMenu {

    static final String ENTRY = "plan.menu";

    @Bean
    MenuEntry planPublicEntry() {
        return new MenuEntry(ENTRY, MenuEntry.Menu.PUBLIC, "/plan", Access.PUBLIC, 20);
    }

    @Bean
    MenuEntry planDeskEntry() {
        return new MenuEntry(ENTRY, MenuEntry.Menu.DESK, "/plan", Access.PUBLIC, 60);
    }
}
