package vn.haidang.casework.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.ui.Screen;
import vn.haidang.ui.Slice;

/** The inbox of one official under one filter. */
public record InboxPage(List<Tab> tabs, Inbox.Filter filter, String words, Slice<Inbox.Row> rows) {

    /** One filter with the number of rows behind it. */
    public record Tab(Inbox.Filter filter, long count, String path) {}

    public String path() {
        return path(filter, words);
    }

    static String path(Inbox.Filter filter, String words) {
        return UriComponentsBuilder.fromPath("/desk")
                .queryParam("filter", filter.code())
                .queryParamIfPresent("q", words.isEmpty() ? Optional.empty() : Optional.of(words))
                .encode()
                .build()
                .toUriString();
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
