package vn.haidang.casework.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxReads;
import vn.haidang.identity.Reader;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.Slice;

/** An official's work. */
@Controller
class InboxPages {

    private static final int SIZE = 50;

    private final Inbox inbox;
    private final InboxReads reads;

    InboxPages(Inbox inbox, InboxReads reads) {
        this.inbox = inbox;
        this.reads = reads;
    }

    @GetMapping("/desk")
    @Requires("casework/inbox")
    PageView inbox(
            Reader reader,
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        Inbox.Filter chosen = Inbox.Filter.of(filter);
        String words = q.strip();
        Map<Inbox.Filter, Long> counts = inbox.counts(reader, words);
        Slice<Inbox.Row> rows =
                inbox.list(reader, chosen, words, new PageRequest(page, SIZE), counts.getOrDefault(chosen, 0L));
        reads.record(reader, rows.rows());
        List<InboxPage.Tab> tabs = Arrays.stream(Inbox.Filter.values())
                .map(each -> new InboxPage.Tab(each, counts.getOrDefault(each, 0L), InboxPage.path(each, words)))
                .toList();
        return new PageView("casework/inbox", new InboxPage(tabs, chosen, words, rows));
    }

    /** Next file, next file: leads to the most urgent case that is free or one's own. */
    @GetMapping("/desk/next")
    @Requires("casework/inbox")
    String next(Reader reader) {
        return inbox.next(reader).map(path -> "redirect:" + path).orElse("redirect:/desk");
    }
}
