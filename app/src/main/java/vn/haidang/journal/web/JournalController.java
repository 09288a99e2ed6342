package vn.haidang.journal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.haidang.journal.internal.Seal;
import vn.haidang.journal.internal.SealRows;
import vn.haidang.journal.internal.Sealer;
import vn.haidang.journal.internal.SealingKey;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The latest seals in public: whoever keeps a line of them can prove later that history was not rewritten before it. */
@Controller
class JournalController {

    private static final int SHOWN = 20;

    private final SealRows seals;
    private final SealingKey key;
    private final Sealer sealer;

    JournalController(SealRows seals, SealingKey key, Sealer sealer) {
        this.seals = seals;
        this.key = key;
        this.sealer = sealer;
    }

    @GetMapping("/journal")
    @Requires(Access.PUBLIC)
    PageView journal() {
        var latest = seals.latest(SHOWN);
        return new PageView(
                "journal/journal",
                new JournalPage(
                        latest.stream().map(JournalController::row).toList(),
                        latest.isEmpty() ? 0 : latest.getFirst().body().through(),
                        seals.waiting(),
                        key.id(),
                        key.publicPem(),
                        sealer.alarm().isPresent()));
    }

    private static JournalPage.Row row(Seal seal) {
        return new JournalPage.Row(seal.number(), seal.body().at(), seal.body().size(), seal.line());
    }
}
