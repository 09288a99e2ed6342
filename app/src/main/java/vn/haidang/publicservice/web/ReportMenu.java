package vn.haidang.publicservice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** The report on procedures stands beside the figures, for everybody. */
@Configuration(proxyBeanMethods = false)
class ReportMenu {

    @Bean
    MenuEntry publicserviceReportEntry() {
        return new MenuEntry("publicservice.menu.report", MenuEntry.Menu.PUBLIC, ReportPage.PATH, Access.PUBLIC, 26);
    }
}
