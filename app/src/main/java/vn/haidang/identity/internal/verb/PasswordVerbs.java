package vn.haidang.identity.internal.verb;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.identity.internal.FirstOfficial;
import vn.haidang.identity.internal.second.Readmission;
import vn.haidang.ui.spi.Verb;

/** {@code bin/first-official}, and {@code bin/readmit} for the only administrator, whom no other administrator could let in again. */
@Configuration(proxyBeanMethods = false)
class PasswordVerbs {

    @Bean
    Verb firstOfficialVerb(FirstOfficial first, PasswordPrompt prompt, MessageSource messages) {
        return new PasswordVerb(
                new PasswordVerb.Words("first-official", "a user name and a full name", "identity.first-official.made"),
                first::make,
                prompt,
                messages);
    }

    @Bean
    Verb readmitVerb(Readmission readmission, PasswordPrompt prompt, MessageSource messages) {
        return new PasswordVerb(
                new PasswordVerb.Words("readmit", "a user name and a reason", "identity.readmit.done"),
                readmission::readmit,
                prompt,
                messages);
    }
}
