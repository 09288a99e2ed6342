package vn.haidang.identity.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path of this very site to come back to; anything that could lead elsewhere is not one. */
final class LocalPath {

    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}");

    private LocalPath() {}

    static Optional<String> of(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(path -> PATH.matcher(path).matches())
                .filter(path -> !path.equals("/sign-in") && !path.startsWith("/sign-in?"));
    }
}
