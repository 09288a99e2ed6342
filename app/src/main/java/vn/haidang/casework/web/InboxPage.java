package vn.haidang.casework.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxCursor;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.SavedViews;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * The inbox of one official under one filter.
 *
 * @param query what was asked for, as it stands in addresses
 * @param choices to what the list can be narrowed; empty while the panel is closed
 * @param first how many rows stand before the first one shown
 * @param heads whether the reader may look at the whole work of a unit
 * @param units the reader's units, to share a view with
 * @param titled the titles of the rows and of the choices
 * @param shortcuts whether single keys do something
 */
public record InboxPage(
        List<Tab> tabs,
        InboxQuery query,
        Inbox.Stretch rows,
        List<Inbox.Choice> choices,
        List<SavedViews.View> views,
        boolean heads,
        List<Option> units,
        long first,
        Titled titled,
        boolean shortcuts,
        List<FieldError> errors,
        String done) {

    /** One filter with the number of rows behind it. */
    public record Tab(Inbox.Filter filter, long count, String path) {}

    public InboxFilter filter() {
        return query.filter();
    }

    /** The choices of one kind, with how many rows each leaves. */
    public List<Option> options(String kind, Screen screen) {
        return choices.stream()
                .filter(choice -> choice.kind().equals(kind))
                .map(choice -> Option.of(
                        choice.value(),
                        screen.say("casework.inbox.choice", words(choice, screen), screen.number(choice.items()))))
                .toList();
    }

    public List<Option> holders(Screen screen) {
        var options = new ArrayList<Option>();
        options.add(Option.of(InboxFilter.ME, screen.say("casework.inbox.me")));
        options.add(Option.of(InboxFilter.NOBODY, screen.say("casework.inbox.nobody")));
        options.addAll(options("holder", screen));
        return options;
    }

    private String words(Inbox.Choice choice, Screen screen) {
        if (choice.step() != null) {
            return choice.step().name(screen.locale());
        }
        if (choice.kind().equals("service")) {
            return titled.text(choice.value());
        }
        return choice.name() == null ? unit(choice.value()) : choice.name();
    }

    private String unit(String value) {
        return units.stream()
                .filter(unit -> unit.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    public String nextPath() {
        return query.after(
                InboxCursor.at(rows.rows().getLast()), first + rows.rows().size());
    }

    public String previousPath() {
        return query.before(InboxCursor.at(rows.rows().getFirst()), Math.max(0, first - InboxPages.SIZE));
    }

    public boolean hasPrevious() {
        return rows.hasPrevious() && !rows.rows().isEmpty();
    }

    public boolean hasNext() {
        return rows.hasNext() && !rows.rows().isEmpty();
    }

    /** The value a chosen row is sent as: the item and the version of its case that was seen. */
    public static String chosen(Inbox.Row row) {
        return row.item() + "~" + row.version();
    }

    /** The colour of the tag that says how pressing a row is. */
    public static String colour(Inbox.Urgency urgency) {
        return switch (urgency) {
            case LATE -> "red";
            case TODAY -> "amber";
            case LATER -> "green";
            case WAITING -> "grey";
        };
    }

    public static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static String due(Instant tooLate, Screen screen) {
        return new DueMoment(tooLate).shortWords(screen);
    }
}
