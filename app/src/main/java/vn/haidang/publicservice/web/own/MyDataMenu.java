package vn.haidang.publicservice.web.own;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** One's own data stands in the menu of residents. */
@Configuration(proxyBeanMethods = false)
class MyDataMenu {

    @Bean
    MenuEntry publicserviceMyDataEntry() {
        return new MenuEntry("publicservice.menu.my-data", MenuEntry.Menu.RESIDENT, "/my/data", Access.SIGNED_IN, 50);
    }
}
