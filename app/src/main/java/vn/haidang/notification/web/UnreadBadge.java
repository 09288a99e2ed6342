package vn.haidang.notification.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.RequestReader;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.ui.spi.Badge;

/** How many messages are unread. */
@Component
class UnreadBadge implements Badge {

    private final MessageRows rows;
    private final RequestReader reader;

    UnreadBadge(MessageRows rows, RequestReader reader) {
        this.rows = rows;
        this.reader = reader;
    }

    @Override
    public String entry() {
        return NotificationMenu.ENTRY;
    }

    @Override
    public long count(HttpServletRequest request) {
        AccountId account = reader.of(request).account();
        return account == null ? 0 : rows.unread(account);
    }
}
