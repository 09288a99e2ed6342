package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.haidang.ui.SaysTooLarge;

/** Where people go on whose upload was too large to be read: nothing of the request is known but its address. */
@Component
class WayBack {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private volatile @Nullable List<PathPattern> saying;

    WayBack(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** The page the form stood on, told to say it; empty where the page at this address does not. */
    Optional<String> toTheField(HttpServletRequest request) {
        String type = request.getContentType();
        boolean files = request.getMethod().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        String path = request.getRequestURI();
        var parsed = PathContainer.parsePath(path);
        if (!files || saying().stream().noneMatch(page -> page.matches(parsed))) {
            return Optional.empty();
        }
        // what the page was opened with, such as that it returns to the check
        String query = from(request)
                .filter(page -> path.equals(page.getRawPath()))
                .map(URI::getRawQuery)
                .orElse("");
        return Optional.of(path
                + Stream.concat(Stream.of(query.split("&")), Stream.of(SaysTooLarge.FLAG + "=1"))
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("&", "?", "")));
    }

    /** The page of ours the request came from, as a path; empty where it did not come from one. */
    Optional<String> page(HttpServletRequest request) {
        return from(request)
                .map(page ->
                        page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery());
    }

    /** A path that begins with two slashes would lead to another site. */
    private static Optional<URI> from(HttpServletRequest request) {
        String named = request.getHeader(HttpHeaders.REFERER);
        try {
            return Optional.ofNullable(named)
                    .map(URI::create)
                    .filter(page -> request.getServerName().equalsIgnoreCase(page.getHost()))
                    .filter(page -> page.getRawPath().startsWith("/")
                            && !page.getRawPath().startsWith("//"));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Known once all handlers are. */
    private List<PathPattern> saying() {
        List<PathPattern> known = saying;
        if (known == null) {
            known = mapping.getObject().getHandlerMethods().entrySet().stream()
                    .filter(each -> each.getValue().hasMethodAnnotation(SaysTooLarge.class))
                    .flatMap(each -> each.getKey().getPatternValues().stream())
                    .map(PathPatternParser.defaultInstance::parse)
                    .toList();
            saying = known;
        }
        return known;
    }
}
