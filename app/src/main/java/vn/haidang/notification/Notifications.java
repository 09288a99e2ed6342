package vn.haidang.notification;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Actor;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.notification.internal.push.Devices;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** Tells people things: one message has one delivery record for each channel, written in the caller's transaction and delivered after it. */
@Component
public class Notifications {

    /** A message as it was sent: a key of the messages with its values. */
    public record Told(String messageKey, List<String> arguments, Instant sentAt, boolean read) {

        public Told {
            arguments = List.copyOf(arguments);
        }
    }

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

    /** What was told to an account and is still kept, newest first. */
    public Slice<Told> told(AccountId account, PageRequest page) {
        Slice<MessageRows.Received> received = rows.received(account, page);
        return new Slice<>(
                received.rows().stream()
                        .map(each -> new Told(each.messageKey(), each.arguments(), each.sentAt(), each.read()))
                        .toList(),
                page,
                received.total());
    }

    /** Forgets the browsers that are told the notices of an account; how many there were. */
    @Transactional
    public int forgetDevices(AccountId account, Actor by) {
        return devices.removeAll(account, by);
    }
}
