package vn.haidang.organization.internal.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit between two lists in which it began and ended; grows as list after list is read. */
final class Life {

    private record Stood(String parent, @Nullable LocalDate until) {}

    final String key;
    final LocalDate from;
    final boolean known;
    private final List<Stood> places = new ArrayList<>();
    private Listed last;
    private @Nullable LocalDate to;

    /**
     * @param known whether it may be older than its first list
     * @param parent key of the unit above, empty at the top
     */
    Life(String key, Listed first, LocalDate from, boolean known, String parent) {
        this.key = key;
        this.last = first;
        this.from = from;
        this.known = known;
        this.places.add(new Stood(parent, null));
    }

    Listed last() {
        return last;
    }

    @Nullable LocalDate to() {
        return to;
    }

    boolean ended() {
        return to != null;
    }

    /** It stands in the next list too, perhaps under another unit. */
    void goesOn(Listed next, String parent, LocalDate on) {
        last = next;
        var place = places.getLast();
        if (!place.parent().equals(parent)) {
            places.set(places.size() - 1, new Stood(place.parent(), on));
            places.add(new Stood(parent, null));
        }
    }

    void ends(LocalDate on) {
        to = on;
    }

    /** As the cell {@code parent} of the table of units says it. */
    String parents() {
        var cell = new StringBuilder();
        for (var place : places) {
            cell.append(cell.isEmpty() ? "" : " ").append(place.parent());
            if (place.until() != null && !place.parent().isEmpty()) {
                cell.append('@').append(place.until());
            }
        }
        return cell.toString().strip();
    }
}
