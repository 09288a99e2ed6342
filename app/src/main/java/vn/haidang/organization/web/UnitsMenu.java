package vn.haidang.organization.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** The units' place in the menu. */
@Configuration(proxyBeanMethods = false)
class UnitsMenu {

    @Bean
    MenuEntry unitsEntry() {
        return new MenuEntry("organization.menu.units", MenuEntry.Menu.PUBLIC, "/units", Access.PUBLIC, 80);
    }
}
