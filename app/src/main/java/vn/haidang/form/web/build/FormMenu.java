package vn.haidang.form.web.build;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** Forms stand in the menu of administrators. */
@Configuration(proxyBeanMethods = false)
class FormMenu {

    @Bean
    MenuEntry formBuilderEntry() {
        return new MenuEntry("form.menu.forms", MenuEntry.Menu.ADMINISTRATION, FormDesk.PATH, FormDesk.ACTION, 57);
    }
}
