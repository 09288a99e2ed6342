package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.ui.Answer;
import vn.haidang.ui.Call;

/** Lets handlers take a {@link Call} and return an {@link Answer}. */
@Component
class Calls implements HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler, WebMvcConfigurer {

    private final JsonMapper json;

    Calls(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Call.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Call((HttpServletRequest) request.getNativeRequest(), json);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return returned.getParameterType().equals(Answer.class);
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        if (!(returned instanceof Answer answer)) {
            throw new IllegalStateException(type.getMethod() + " answers nothing");
        }
        container.setRequestHandled(true);
        if (request.getNativeResponse() instanceof HttpServletResponse response) {
            write(answer, response);
        }
    }

    void write(Answer answer, HttpServletResponse response) throws IOException {
        byte[] body = json.writeValueAsBytes(answer.body());
        if (answer.created() != null) {
            response.setStatus(HttpStatus.CREATED.value());
            response.setHeader("Location", answer.created().toString());
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
