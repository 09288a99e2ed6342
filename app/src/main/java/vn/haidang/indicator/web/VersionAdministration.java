package vn.haidang.indicator.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** Indicators stand in the menu of administrators. */
@Configuration(proxyBeanMethods = false)
class VersionAdministration {

    static final String ACTION = "indicator/administer";
    static final String PATH = "/admin/indicators";

    @Bean
    MenuEntry indicatorVersionsEntry() {
        return new MenuEntry("indicator.menu.versions", MenuEntry.Menu.ADMINISTRATION, PATH, ACTION, 61);
    }
}
