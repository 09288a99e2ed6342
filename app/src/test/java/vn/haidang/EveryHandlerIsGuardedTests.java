package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.haidang.ui.Access;
import vn.haidang.ui.Requires;

/** Law 4: every handler names the action it needs. */
@WebTest
class EveryHandlerIsGuardedTests {

    private final List<HandlerMethod> handlers;

    EveryHandlerIsGuardedTests(List<RequestMappingHandlerMapping> mappings) {
        this.handlers = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(handler -> handler.getBeanType().getPackageName().startsWith("vn.haidang"))
                .toList();
    }

    @Test
    void everyHandlerNamesAnActionOfItsOwnModule() {
        var wrong = new ArrayList<String>();
        for (var handler : handlers) {
            var action = actionOf(handler);
            if (action == null || !isActionOf(moduleOf(handler), action)) {
                wrong.add(handler.getShortLogMessage() + " requires " + action);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereAreHandlersToGuard() {
        assertThat(handlers).isNotEmpty();
    }

    private static @org.jspecify.annotations.Nullable String actionOf(HandlerMethod handler) {
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
        var requires = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
        return requires == null ? null : requires.value();
    }

    private static boolean isActionOf(String module, String action) {
        return action.equals(Access.PUBLIC)
                || action.equals(Access.SIGNED_IN)
                || action.matches(module + "/[a-z]+(-[a-z]+)*");
    }

    private static String moduleOf(HandlerMethod handler) {
        var rest = handler.getBeanType().getPackageName().substring("vn.haidang".length());
        return rest.isEmpty() ? "platform" : rest.substring(1).split("\\.")[0];
    }
}
