package vn.haidang.publicservice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** The catalogue stands in the menu of administrators. */
@Configuration(proxyBeanMethods = false)
class CatalogueMenu {

    @Bean
    MenuEntry publicserviceCatalogueEntry() {
        return new MenuEntry(
                "publicservice.menu.catalogue",
                MenuEntry.Menu.ADMINISTRATION,
                CatalogueDesk.PATH,
                CatalogueDesk.ACTION,
                55);
    }
}
