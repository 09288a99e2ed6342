package vn.haidang.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;

/**
 * What to tell one account, as a message key with its values, rendered in the receiver's language. A receiver with an
 * address also gets it by e-mail; {@code <messageKey>} is then its subject.
 *
 * @param link path in the product that the message is about, beginning with {@code /}
 */
public record Message(
        AccountId to,
        String messageKey,
        List<String> arguments,
        @Nullable String link) {

    public Message {
        arguments = List.copyOf(arguments);
        if (link != null && (!link.startsWith("/") || link.startsWith("//"))) {
            throw new IllegalArgumentException("not a path of this product: " + link);
        }
    }
}
