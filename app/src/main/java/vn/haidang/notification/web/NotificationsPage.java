package vn.haidang.notification.web;

import java.util.List;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.notification.internal.push.Device;
import vn.haidang.ui.Slice;

/**
 * What somebody was told, newest first.
 *
 * @param devices the browsers that are told, too
 * @param key what a browser wants to know before it lets itself be told
 */
public record NotificationsPage(
        Slice<MessageRows.Received> messages, boolean anyUnread, List<Device> devices, String key) {

    /** The key's values as a message wants them. */
    public static Object[] arguments(List<String> arguments) {
        return arguments.toArray();
    }
}
