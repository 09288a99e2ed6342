package vn.haidang.notification;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Actor;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.notification.internal.push.Devices;

/** Tells people things: one message has one delivery record for each channel, written in the caller's transaction and delivered after it. */
@Component
public class Notifications {

    private final MessageRows rows;
    private final Devices devices;

    public Notifications(MessageRows rows, Devices devices) {
        this.rows = rows;
        this.devices = devices;
    }

    /** In-app at once, by e-mail within seconds of the commit where the receiver has an address. */
    @Transactional
    public void send(Message message) {
        rows.insert(message);
    }

    /** Forgets the browsers that are told the notices of an account; how many there were. */
    @Transactional
    public int forgetDevices(AccountId account, Actor by) {
        return devices.removeAll(account, by);
    }
}
