package vn.haidang.reference.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** Imports stand in the menu of administrators. */
@Configuration(proxyBeanMethods = false)
class ImportsMenu {

    static final String ACTION = "reference/administer";
    static final String PATH = "/admin/imports";

    @Bean
    MenuEntry importsEntry() {
        return new MenuEntry("reference.menu.imports", MenuEntry.Menu.ADMINISTRATION, PATH, ACTION, 90);
    }
}
