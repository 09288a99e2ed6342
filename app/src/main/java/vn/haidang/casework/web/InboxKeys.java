package vn.haidang.casework.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.identity.spi.KeyUse;

/** What keys for programs may open of cases: the inbox, doing its steps, opening cases. */
@Configuration(proxyBeanMethods = false)
class InboxKeys {

    private static final String INBOX = "casework/inbox";

    @Bean
    KeyUse readInboxUse() {
        return new KeyUse(KeyDoor.API, INBOX, "casework.key.inbox");
    }

    @Bean
    KeyUse completeStepsUse() {
        return new KeyUse(KeyDoor.API, "casework/act", "casework.key.act");
    }

    @Bean
    KeyUse openCasesUse() {
        return new KeyUse(KeyDoor.API, "casework/open-case", "casework.key.open-case");
    }

    @Bean
    KeyUse dueFeedUse() {
        return new KeyUse(KeyDoor.FEED, INBOX, "casework.key.due");
    }

    @Bean
    KeyUse dueCalendarUse() {
        return new KeyUse(KeyDoor.APPLICATION, INBOX, "casework.key.due");
    }
}
