package vn.haidang.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.identity.Substitutes;
import vn.haidang.ui.spi.MenuEntry;

/** Substitutes stand in the menu of the desk. */
@Configuration(proxyBeanMethods = false)
class SubstituteMenu {

    @Bean
    MenuEntry identitySubstituteEntry() {
        return new MenuEntry(
                "identity.menu.substitutes", MenuEntry.Menu.DESK, "/desk/substitutes", Substitutes.ACTION, 60);
    }
}
