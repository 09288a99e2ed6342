package vn.haidang.identity.web.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** Officials and posts stand first in the menu of the administration. */
@Configuration(proxyBeanMethods = false)
class StaffMenu {

    static final String ACTION = "identity/administer";

    @Bean
    MenuEntry officialsEntry() {
        return new MenuEntry("identity.menu.officials", MenuEntry.Menu.ADMINISTRATION, StaffPages.PATH, ACTION, 10);
    }

    @Bean
    MenuEntry postsEntry() {
        return new MenuEntry("identity.menu.posts", MenuEntry.Menu.ADMINISTRATION, PostPages.PATH, ACTION, 15);
    }

    @Bean
    MenuEntry standInsEntry() {
        return new MenuEntry("identity.menu.substitutes", MenuEntry.Menu.ADMINISTRATION, StandInPages.PATH, ACTION, 17);
    }

    @Bean
    MenuEntry rolesEntry() {
        return new MenuEntry("identity.menu.roles", MenuEntry.Menu.ADMINISTRATION, RolePages.PATH, ACTION, 20);
    }
}
