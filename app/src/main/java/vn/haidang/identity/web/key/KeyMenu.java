package vn.haidang.identity.web.key;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** Keys of programs: one's own at the end of the desk's menu, all of them in the administration's. */
@Configuration(proxyBeanMethods = false)
class KeyMenu {

    @Bean
    MenuEntry ownKeysEntry() {
        return new MenuEntry("identity.menu.keys", MenuEntry.Menu.DESK, KeyPages.PATH, Access.SIGNED_IN, 910);
    }

    @Bean
    MenuEntry allKeysEntry() {
        return new MenuEntry(
                "identity.menu.all-keys", MenuEntry.Menu.ADMINISTRATION, "/admin/keys", "identity/administer", 30);
    }
}
