package vn.haidang.publicservice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.publicservice.internal.voice.FeedbackRows;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.MenuEntry;

/** Public answers stand in everybody's menu, one's own in that of residents, complaints and suggestions of a unit in that of its desk. */
@Configuration(proxyBeanMethods = false)
class FeedbackMenu {

    private static final String ENTRY = "publicservice.menu.feedback";

    @Bean
    MenuEntry publicserviceFeedbackEntry() {
        return new MenuEntry(ENTRY, MenuEntry.Menu.PUBLIC, "/feedback", Access.PUBLIC, 30);
    }

    @Bean
    MenuEntry publicserviceMyFeedbackEntry() {
        return new MenuEntry(
                "publicservice.feedback.mine", MenuEntry.Menu.RESIDENT, "/my/feedback", Access.SIGNED_IN, 40);
    }

    @Bean
    MenuEntry publicserviceFeedbackDeskEntry() {
        return new MenuEntry(ENTRY, MenuEntry.Menu.DESK, FeedbackDesk.PATH, FeedbackRows.ACTION, 25);
    }
}
