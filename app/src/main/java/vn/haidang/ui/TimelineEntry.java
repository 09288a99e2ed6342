package vn.haidang.ui;

import gg.jte.Content;

/**
 * Something that happened, or is about to.
 *
 * @param when formatted for the reader, may be empty
 * @param state how it is marked
 */
public record TimelineEntry(String title, String when, Content content, State state) {

    /** Where on the way it stands. */
    public enum State {
        DONE,
        PRESENT,
        AHEAD
    }

    public static TimelineEntry done(String title, String when, String text) {
        return new TimelineEntry(title, when, new PlainText(text), State.DONE);
    }

    public static TimelineEntry present(String title, String when, String text) {
        return new TimelineEntry(title, when, new PlainText(text), State.PRESENT);
    }

    public static TimelineEntry ahead(String title, String when, String text) {
        return new TimelineEntry(title, when, new PlainText(text), State.AHEAD);
    }
}
