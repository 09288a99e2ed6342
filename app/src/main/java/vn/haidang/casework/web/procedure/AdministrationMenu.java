package vn.haidang.casework.web.procedure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** Procedures stand in the menu of administrators. */
@Configuration(proxyBeanMethods = false)
class AdministrationMenu {

    @Bean
    MenuEntry caseworkProceduresEntry() {
        return new MenuEntry(
                "casework.menu.procedures",
                MenuEntry.Menu.ADMINISTRATION,
                "/admin/procedures",
                ProcedureAdministration.ACTION,
                50);
    }
}
