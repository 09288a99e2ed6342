package vn.haidang.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;

/**
 * What to tell one account, as a message key with its values, rendered in the receiver's language.
 *
 * @param link path in the product that the message is about
 */
public record Message(
        AccountId to,
        String messageKey,
        List<String> arguments,
        @Nullable String link) {

    public Message {
        arguments = List.copyOf(arguments);
    }
}
