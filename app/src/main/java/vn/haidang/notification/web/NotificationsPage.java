package vn.haidang.notification.web;

import java.util.List;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.ui.Slice;

/** What somebody was told, newest first. */
public record NotificationsPage(Slice<MessageRows.Received> messages, boolean anyUnread) {

    /** The key's values as a message wants them. */
    public static Object[] arguments(List<String> arguments) {
        return arguments.toArray();
    }
}
