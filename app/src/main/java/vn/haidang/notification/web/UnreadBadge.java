package vn.haidang.notification.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.RequestReader;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.ui.spi.Badge;

/** How many messages are unread; counted once for a request, however often its menus are drawn. */
@Component
class UnreadBadge implements Badge {

    private static final String KEPT = UnreadBadge.class.getName();

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
        if (request.getAttribute(KEPT) instanceof Long counted) {
            return counted;
        }
        AccountId account = reader.of(request).account();
        long count = account == null ? 0 : rows.unread(account);
        request.setAttribute(KEPT, count);
        return count;
    }
}
