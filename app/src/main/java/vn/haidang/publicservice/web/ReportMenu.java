package vn.haidang.publicservice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** The report on procedures stands in the desk's menu; everybody finds it from the figures. */
@Configuration(proxyBeanMethods = false)
class ReportMenu {

    @Bean
    MenuEntry publicserviceReportEntry() {
        return new MenuEntry("publicservice.menu.report", MenuEntry.Menu.DESK, ReportPage.PATH, Access.PUBLIC, 60);
    }
}
