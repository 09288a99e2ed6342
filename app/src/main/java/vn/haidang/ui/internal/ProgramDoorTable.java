package vn.haidang.ui.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Which handler a path below {@code /api/} leads to, as far as that is plain: one handler for this method and these segments, which
 * answers programs. Handlers for people below the same path are known too, so that none is passed over.
 */
record ProgramDoorTable(Map<Integer, List<Way>> bySegments, List<HandlerInterceptor> guards) {

    static final String BELOW = "/api/";

    private static final String FIRST = "api";

    /** A door, with the values of its path's variables. */
    record Found(ProgramDoor door, Map<String, String> variables) {}

    /** @param door null where the framework has to go on */
    record Way(
            List<String> segments,
            Set<String> methods,
            @Nullable ProgramDoor door) {

        boolean fits(String method, List<String> path) {
            if (!methods.isEmpty() && !methods.contains(method)) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                String segment = segments.get(i);
                if (isVariable(segment) ? path.get(i).isEmpty() : !segment.equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> variables(List<String> path) {
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String segment = segments.get(i);
                if (isVariable(segment)) {
                    variables.put(segment.substring(1, segment.length() - 1), path.get(i));
                }
            }
            return variables;
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }
    }

    static ProgramDoorTable of(HandlerLookup.ByBeginning handlers, List<HandlerMethodArgumentResolver> resolvers) {
        Map<Integer, List<Way>> ways = new HashMap<>();
        boolean plain = handlers.guards().stream().noneMatch(MappedInterceptor.class::isInstance);
        for (var mapped : handlers.getHandlerMethods().entrySet()) {
            for (String pattern : mapped.getKey().getPatternValues()) {
                if (pattern.startsWith(BELOW)) {
                    Way way = way(pattern, mapped.getKey(), mapped.getValue(), resolvers);
                    ways.computeIfAbsent(way.segments().size(), size -> new ArrayList<>())
                            .add(way);
                }
                plain &= isPlain(pattern);
            }
        }
        return new ProgramDoorTable(plain ? ways : Map.of(), handlers.guards());
    }

    /** Null where the framework has to find the way. */
    @Nullable Found find(String method, String path) {
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return null;
        }
        List<String> segments = segments(path);
        Way only = null;
        for (Way way : bySegments.getOrDefault(segments.size(), List.of())) {
            if (way.fits(method, segments)) {
                if (only != null) {
                    return null;
                }
                only = way;
            }
        }
        ProgramDoor door = only == null ? null : only.door();
        return only == null || door == null ? null : new Found(door, only.variables(segments));
    }

    private static Way way(
            String pattern,
            RequestMappingInfo info,
            HandlerMethod handler,
            List<HandlerMethodArgumentResolver> resolvers) {
        boolean conditions = !info.getParamsCondition().isEmpty()
                || !info.getHeadersCondition().isEmpty()
                || !info.getConsumesCondition().isEmpty()
                || !info.getProducesCondition().isEmpty()
                || info.getCustomCondition() != null;
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toUnmodifiableSet());
        return new Way(
                segments(pattern),
                methods,
                conditions || methods.isEmpty() ? null : ProgramDoor.of(pattern, handler, resolvers));
    }

    /** One that begins elsewhere for certain, or whose variables are whole segments of any kind. */
    private static boolean isPlain(String pattern) {
        List<String> segments = segments(pattern);
        String first = segments.getFirst();
        boolean elsewhere = first.matches("[^{}*?]*") && !first.equals(FIRST);
        return elsewhere
                || (first.equals(FIRST) && segments.stream().allMatch(segment -> segment.matches("[^{}*?]+|\\{\\w+}")));
    }

    /** Empty segments count, so that none is overlooked. */
    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(6);
        int from = 1;
        for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', from)) {
            segments.add(path.substring(from, slash));
            from = slash + 1;
        }
        segments.add(path.substring(from));
        return segments;
    }
}
