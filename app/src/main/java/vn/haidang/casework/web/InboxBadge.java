package vn.haidang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.identity.RequestReader;
import vn.haidang.ui.spi.Badge;

/** How much there is to do, beside the inbox. */
@Component
class InboxBadge implements Badge {

    private static final String COUNTED = InboxBadge.class.getName();

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
        return request.getAttribute(COUNTED) instanceof Long counted ? counted : inbox.count(reader.of(request));
    }

    /** A page that shows the whole inbox has counted it. */
    static void counted(HttpServletRequest request, long items) {
        request.setAttribute(COUNTED, items);
    }
}
