package vn.haidang.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** How safe one's sign-in is stands last in the menu of the desk. */
@Configuration(proxyBeanMethods = false)
class SecurityMenu {

    @Bean
    MenuEntry securityEntry() {
        return new MenuEntry("identity.menu.security", MenuEntry.Menu.DESK, SecurityPages.PATH, Access.SIGNED_IN, 900);
    }
}
