package vn.haidang.plan.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** Targets stand in the menu of administrators. */
@Configuration(proxyBeanMethods = false)
class TargetAdministration {

    static final String ACTION = "plan/administer";
    static final String PATH = "/admin/targets";

    @Bean
    MenuEntry planTargetsEntry() {
        return new MenuEntry("plan.menu.targets", MenuEntry.Menu.ADMINISTRATION, PATH, ACTION, 60);
    }
}
