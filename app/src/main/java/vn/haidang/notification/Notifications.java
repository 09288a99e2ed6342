package vn.haidang.notification;

import org.springframework.stereotype.Component;

/** Tells people things: one message is one delivery record, written in the caller's transaction and delivered after it. */
@Component
public class Notifications {

    public void send(Message message) {
        throw new UnsupportedOperationException();
    }
}
