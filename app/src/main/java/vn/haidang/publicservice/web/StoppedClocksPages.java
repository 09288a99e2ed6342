package vn.haidang.publicservice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.StoppedClocks;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** Shows heads which requests for supplements may have been made to stop a clock. */
@Controller
class StoppedClocksPages {

    static final String PATH = "/desk/stopped-clocks";

    private final StoppedClocks clocks;

    StoppedClocksPages(StoppedClocks clocks) {
        this.clocks = clocks;
    }

    @GetMapping(PATH)
    @Requires(StoppedClocks.ACTION)
    PageView show(Reader reader) {
        return new PageView("publicservice/stoppedClocks", new StoppedClocksPage(clocks.of(reader)));
    }

    /** It stands below the workload in the menu of heads. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry publicserviceStoppedClocksEntry() {
            return new MenuEntry(
                    "publicservice.menu.stopped-clocks", MenuEntry.Menu.DESK, PATH, StoppedClocks.ACTION, 28);
        }
    }
}
