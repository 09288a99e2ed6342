package vn.haidang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.Fingerprint;
import vn.haidang.casework.internal.HolderlessWork;
import vn.haidang.identity.RequestReader;
import vn.haidang.identity.StaffChange;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;

/** Tells which work loses its holder when officials lose their posts, and gives it back to the queue. */
@Component
class MovedStaff implements Consequence<StaffChange> {

    private final HolderlessWork work;
    private final RequestReader reader;

    MovedStaff(HolderlessWork work, RequestReader reader) {
        this.work = work;
        this.reader = reader;
    }

    @Override
    public Class<StaffChange> change() {
        return StaffChange.class;
    }

    @Override
    public Outlook outlook(StaffChange change, HttpServletRequest request) {
        if (change.losses().isEmpty()) {
            return Outlook.NOTHING;
        }
        var items = work.of(change.losses());
        var unheld = work.unheld(change.losses());
        if (items.isEmpty() && unheld == 0) {
            return Outlook.NOTHING;
        }
        var counts = items.stream().collect(Collectors.groupingBy(HolderlessWork.Item::holder, Collectors.counting()));
        List<MovedStaffPage.Line> lines = change.losses().stream()
                .filter(loss -> counts.containsKey(loss.account()))
                .map(loss -> new MovedStaffPage.Line(loss.name(), counts.getOrDefault(loss.account(), 0L)))
                .distinct()
                .toList();
        return new Outlook(
                items.size(),
                Fingerprint.of(items.stream().map(item -> item.id().toString()).toArray()) + unheld,
                new Fragment("casework/movedStaff", new MovedStaffPage(lines, unheld)));
    }

    @Override
    public void settle(StaffChange change, boolean move, HttpServletRequest request) {
        work.settle(change.losses(), reader.of(request));
    }
}
