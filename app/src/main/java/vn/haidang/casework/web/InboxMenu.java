package vn.haidang.casework.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.ui.spi.MenuEntry;

/** The inbox stands first in the menu of the desk. */
@Configuration(proxyBeanMethods = false)
class InboxMenu {

    static final String ENTRY = "casework.menu.inbox";

    @Bean
    MenuEntry caseworkInboxEntry() {
        return new MenuEntry(ENTRY, MenuEntry.Menu.DESK, "/desk", "casework/inbox", 10);
    }

    @Bean
    MenuEntry caseworkStrandedEntry() {
        return new MenuEntry("casework.menu.stranded", MenuEntry.Menu.DESK, "/desk/stranded", StrandedPages.ACTION, 70);
    }
}
