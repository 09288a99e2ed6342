package vn.haidang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.identity.RequestReader;
import vn.haidang.ui.spi.Badge;

/** How much there is to do, beside the inbox; counted once for a request, however often its menus are drawn. */
@Component
class InboxBadge implements Badge {

    private static final String KEPT = InboxBadge.class.getName();

    private final Inbox inbox;
    private final RequestReader reader;

    InboxBadge(Inbox inbox, RequestReader reader) {
        this.inbox = inbox;
        this.reader = reader;
    }

    @Override
    public String entry() {
        return InboxMenu.ENTRY;
    }

    @Override
    public long count(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Long counted) {
            return counted;
        }
        long count = inbox.count(reader.of(request));
        request.setAttribute(KEPT, count);
        return count;
    }
}
