package vn.haidang.ui;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answers a program, as JSON; see {@link Call}. What went wrong is thrown as a {@link Problem}.
 *
 * @param created where the thing now is that this request made, null when it made none
 */
public record Answer(Object body, @Nullable URI created) {

    public static Answer of(Object body) {
        return new Answer(body, null);
    }

    public static Answer created(URI at, Object body) {
        return new Answer(body, at);
    }
}
