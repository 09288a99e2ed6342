package vn.haidang.ui;

import java.util.List;

/**
 * What a change would move.
 *
 * @param fingerprint what was shown is what moves: saved only while it is still the same
 * @param lists one of each module in which something would move
 */
public record Foreseen(long moved, String fingerprint, List<Fragment> lists) {

    public Foreseen {
        lists = List.copyOf(lists);
    }
}
