package vn.haidang.indicator.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** The figures' place in the menu. */
@Configuration(proxyBeanMethods = false)
class FiguresMenu {

    @Bean
    MenuEntry figuresEntry() {
        return new MenuEntry("indicator.menu.figures", MenuEntry.Menu.PUBLIC, "/figures", Access.PUBLIC, 25);
    }
}
