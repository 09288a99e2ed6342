package vn.haidang.publicservice.web;

import org.jspecify.annotations.Nullable;

/** Numbers of pages as they stand in addresses. */
final class Pages {

    private static final int LAST = 10_000;

    private Pages() {}

    /** What is no number is the first page. */
    static int number(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,5}")) {
            return 1;
        }
        return Math.clamp(Integer.parseInt(text), 1, LAST);
    }
}
