package vn.haidang.plan.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** The entry in the public menu, which officials see too. */
@Configuration(proxyBeanMethods = false)
class PlanMenu {

    static final String ENTRY = "plan.menu";

    @Bean
    MenuEntry planPublicEntry() {
        return new MenuEntry(ENTRY, MenuEntry.Menu.PUBLIC, "/plan", Access.PUBLIC, 20);
    }
}
