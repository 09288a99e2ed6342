package vn.haidang.notification.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Accounts;

/** Carries waiting e-mails; one that fails does not keep the others. */
@Component
public class MailCarrier {

    private static final int AT_ONCE = 50;

    /** The receiver's language, until accounts have one. */
    private static final Locale LANGUAGE = Locale.of("vi");

    private final DeliveryRows deliveries;
    private final Accounts accounts;
    private final MessageSource messages;
    private final MailFolder folder;
    private final Clock clock;

    MailCarrier(DeliveryRows deliveries, Accounts accounts, MessageSource messages, MailFolder folder, Clock clock) {
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.messages = messages;
        this.folder = folder;
        this.clock = clock;
    }

    /** Carries what waits, at most fifty; returns how many it took on. */
    @Transactional
    public int carry() {
        List<DeliveryRows.Waiting> waiting = deliveries.hold(AT_ONCE, clock.instant());
        waiting.forEach(this::carry);
        return waiting.size();
    }

    private void carry(DeliveryRows.Waiting waiting) {
        Optional<String> address = accounts.find(waiting.to())
                .flatMap(account -> Optional.ofNullable(account.email()))
                .filter(email -> !email.isBlank());
        if (address.isEmpty()) {
            deliveries.noAddress(waiting.delivery());
            return;
        }
        try {
            folder.put(letter(waiting, address.get()));
            deliveries.delivered(waiting.delivery(), clock.instant());
        } catch (IOException notWritten) {
            deliveries.failed(waiting, notWritten.getClass().getSimpleName(), clock.instant());
        }
    }

    private Letter letter(DeliveryRows.Waiting waiting, String address) {
        String text = messages.getMessage(
                waiting.messageKey(), waiting.arguments().toArray(), waiting.messageKey(), LANGUAGE);
        String subject = text == null ? waiting.messageKey() : text;
        String where = waiting.link() == null
                ? ""
                : "\n\n" + messages.getMessage("notification.mail.where", new Object[] {waiting.link()}, LANGUAGE);
        String foot = messages.getMessage("notification.mail.foot", new Object[0], LANGUAGE);
        return new Letter(
                waiting.delivery(), address, subject, subject + where + "\n\n" + foot + "\n", waiting.sentAt());
    }
}
