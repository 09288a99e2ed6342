package vn.haidang.casework.web.procedure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** Procedures and what the clock does by itself stand in the menu of administrators. */
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

    @Bean
    MenuEntry caseworkClockRulesEntry() {
        return new MenuEntry(
                "casework.menu.clock-rules",
                MenuEntry.Menu.ADMINISTRATION,
                ClockRulesPages.PATH,
                ProcedureAdministration.ACTION,
                51);
    }
}
