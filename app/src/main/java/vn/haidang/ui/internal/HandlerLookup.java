package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a path with variables without asking all of the others: the framework compares such a path with every
 * pattern there is, which was a tenth of a short request. Whatever is not plain (no handler, several of them, an encoded path) is left
 * to the framework.
 */
@Component
class HandlerLookup implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByBeginning();
    }

    static final class ByBeginning extends RequestMappingHandlerMapping {

        private record Known(RequestMappingInfo info, HandlerMethod handler) {}

        /** By the first segment, and the second where a pattern names it too; paths without variables are elsewhere. */
        private final Map<String, List<Known>> beginnings = new HashMap<>();

        private final Set<String> plain = new HashSet<>();

        @Override
        public void afterPropertiesSet() {
            super.afterPropertiesSet();
            getHandlerMethods().forEach((info, handler) -> {
                plain.addAll(info.getDirectPaths());
                for (String pattern : info.getPatternValues()) {
                    if (!info.getDirectPaths().contains(pattern)) {
                        beginnings
                                .computeIfAbsent(beginning(literal(pattern), 2), key -> new ArrayList<>())
                                .add(new Known(info, handler));
                    }
                }
            });
        }

        /** Whoever is asked before a handler. */
        List<HandlerInterceptor> guards() {
            HandlerInterceptor[] all = getAdaptedInterceptors();
            return all == null ? List.of() : List.of(all);
        }

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            Known only = plain.contains(path) || path.indexOf('%') >= 0 ? null : only(path, request);
            if (only == null) {
                return super.lookupHandlerMethod(path, request);
            }
            request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.handler());
            return only.handler();
        }

        /** The one that fits, if it is one. */
        private @Nullable Known only(String path, HttpServletRequest request) {
            String one = beginning(path, 1);
            String two = beginning(path, 2);
            Known found = null;
            for (String beginning : one.equals(two) ? List.of(two) : List.of(two, one)) {
                for (Known known : beginnings.getOrDefault(beginning, List.of())) {
                    RequestMappingInfo matching = getMatchingMapping(known.info(), request);
                    if (matching != null) {
                        if (found != null) {
                            return null;
                        }
                        found = new Known(matching, known.handler());
                    }
                }
            }
            if (found == null || beginnings.containsKey("")) {
                return null;
            }
            handleMatch(found.info(), path, request);
            return found;
        }

        private static String literal(String pattern) {
            int variable = pattern.indexOf('{');
            int wildcard = pattern.indexOf('*');
            int end = Math.min(variable < 0 ? pattern.length() : variable, wildcard < 0 ? pattern.length() : wildcard);
            return pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', end)));
        }

        private static String beginning(String path, int segments) {
            int end = 0;
            for (int found = 0; found < segments && end >= 0; found++) {
                end = path.indexOf('/', end + 1);
            }
            return end < 0 ? path : path.substring(0, end);
        }
    }
}
