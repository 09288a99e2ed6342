package vn.haidang.ui.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import vn.haidang.ui.Answer;

/** A handler that answers programs, ready to be called: its parameters come from resolvers of ours alone. */
record ProgramDoor(
        String pattern,
        HandlerMethod handler,
        Object bean,
        Method method,
        List<MethodParameter> parameters,
        List<HandlerMethodArgumentResolver> resolvers) {

    /** Null for a handler that answers people, or takes what only the framework can give it. */
    static @Nullable ProgramDoor of(String pattern, HandlerMethod mapped, List<HandlerMethodArgumentResolver> known) {
        if (!mapped.getReturnType().getParameterType().equals(Answer.class)) {
            return null;
        }
        HandlerMethod handler = mapped.createWithResolvedBean();
        List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            known.stream()
                    .filter(each -> each.supportsParameter(parameter))
                    .findFirst()
                    .ifPresent(resolvers::add);
        }
        List<MethodParameter> parameters = List.of(handler.getMethodParameters());
        if (resolvers.size() != parameters.size()) {
            return null;
        }
        Method method = handler.getMethod();
        method.setAccessible(true);
        return new ProgramDoor(pattern, handler, handler.getBean(), method, parameters, List.copyOf(resolvers));
    }

    /** @throws java.lang.reflect.InvocationTargetException with what the handler threw */
    Answer open(ServletWebRequest request) throws Exception {
        @Nullable Object[] arguments = new @Nullable Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = resolvers.get(i).resolveArgument(parameters.get(i), null, request, null);
        }
        if (method.invoke(bean, arguments) instanceof Answer answer) {
            return answer;
        }
        throw new IllegalStateException(method + " answers nothing");
    }
}
