package vn.haidang.organization.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** The units' places in the menus. */
@Configuration(proxyBeanMethods = false)
class UnitsMenu {

    static final String ACTION = "organization/administer";
    static final String PATH = "/admin/units";

    @Bean
    MenuEntry unitsEntry() {
        return new MenuEntry("organization.menu.units", MenuEntry.Menu.PUBLIC, "/units", Access.PUBLIC, 80);
    }

    @Bean
    MenuEntry unitAdministrationEntry() {
        return new MenuEntry("organization.menu.administration", MenuEntry.Menu.ADMINISTRATION, PATH, ACTION, 20);
    }
}
