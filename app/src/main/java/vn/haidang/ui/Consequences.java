package vn.haidang.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.ui.spi.Consequence;

/** Asks every module what a change would move. The component {@code foreseen} shows the answer. */
@Component
public class Consequences {

    private final ObjectProvider<Consequence<?>> all;

    Consequences(ObjectProvider<Consequence<?>> all) {
        this.all = all;
    }

    /** What the change would move, before it is made. */
    public <C> Foreseen foresee(C change, HttpServletRequest request) {
        long moved = 0;
        var fingerprint = new StringBuilder();
        List<Fragment> lists = new ArrayList<>();
        for (var consequence : of(change)) {
            var outlook = consequence.outlook(change, request);
            moved += outlook.moved();
            fingerprint.append(outlook.fingerprint()).append('.');
            if (outlook.list() != null) {
                lists.add(outlook.list());
            }
        }
        return new Foreseen(moved, fingerprint.toString(), lists);
    }

    /** The change was made, in this transaction; what it moves moves now, or stays. */
    public <C> void settle(C change, boolean move, HttpServletRequest request) {
        of(change).forEach(consequence -> consequence.settle(change, move, request));
    }

    @SuppressWarnings("unchecked")
    private <C> List<Consequence<C>> of(C change) {
        return all.orderedStream()
                .filter(consequence -> consequence.change().isInstance(change))
                .map(consequence -> (Consequence<C>) consequence)
                .toList();
    }
}
