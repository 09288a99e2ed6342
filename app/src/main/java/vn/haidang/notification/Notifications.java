package vn.haidang.notification;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.notification.internal.MessageRows;

/** Tells people things: one message has one delivery record for each channel, written in the caller's transaction and delivered after it. */
@Component
public class Notifications {

    private final MessageRows rows;

    public Notifications(MessageRows rows) {
        this.rows = rows;
    }

    /** In-app at once, by e-mail within seconds of the commit where the receiver has an address. */
    @Transactional
    public void send(Message message) {
        rows.insert(message);
    }
}
