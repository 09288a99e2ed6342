package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.haidang.identity.Reader;
import vn.haidang.identity.RequestReader;
import vn.haidang.journal.Actor;

/** Hands controller methods the {@link Reader} of the request, or in modules below identity its {@link Actor} for the journal. */
@Configuration(proxyBeanMethods = false)
class ReaderArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final RequestReader reader;

    ReaderArgument(RequestReader reader) {
        this.reader = reader;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Reader.class)
                || parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        var asking = servletRequest == null ? Reader.ANONYMOUS : reader.of(servletRequest);
        return parameter.getParameterType().equals(Actor.class) ? asking.actor() : asking;
    }
}
