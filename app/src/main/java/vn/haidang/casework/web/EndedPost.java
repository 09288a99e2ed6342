package vn.haidang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.HolderlessWork;
import vn.haidang.identity.PostEnd;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;

/** Tells how much work waits for the role of a post that ends, where nobody else at its unit can do it. */
@Component
class EndedPost implements Consequence<PostEnd> {

    private final HolderlessWork work;

    EndedPost(HolderlessWork work) {
        this.work = work;
    }

    @Override
    public Class<PostEnd> change() {
        return PostEnd.class;
    }

    @Override
    public Outlook outlook(PostEnd change, HttpServletRequest request) {
        var unheld = work.unheld(change.unit(), change.role(), change.on());
        return unheld == 0
                ? Outlook.NOTHING
                : new Outlook(
                        unheld,
                        Long.toString(unheld),
                        new Fragment("casework/movedStaff", new MovedStaffPage(List.of(), unheld)));
    }

    @Override
    public void settle(PostEnd change, boolean move, HttpServletRequest request) {
        // the work keeps its queue; whoever is appointed to the role finds it there
    }
}
