package vn.haidang.ui.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.haidang.ui.Answer;

/**
 * The short way to handlers that take a {@code Call} and return an {@link Answer}: with nothing to negotiate, to convert or to render, most
 * of what the framework prepares for a page would be thrown away, and programs send one request after another. The same guards are
 * asked before, in the same order, and what a handler throws is answered alike. Whatever is not plain goes the usual way.
 *
 * <p>Last of the filters, so session, keys and tokens have been judged.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ProgramDoors extends OncePerRequestFilter {

    private final ProblemAnswer problems;
    private final Calls calls;
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private volatile @Nullable ProgramDoorTable table;

    ProgramDoors(
            ProblemAnswer problems,
            Calls calls,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            @Qualifier("requestMappingHandlerAdapter") ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        this.problems = problems;
        this.calls = calls;
        this.mapping = mapping;
        this.adapter = adapter;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(ProgramDoorTable.BELOW);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProgramDoorTable.Found found =
                request.getContextPath().isEmpty() ? table().find(request.getMethod(), request.getRequestURI()) : null;
        if (found == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(
                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, found.door().pattern());
        request.setAttribute(
                HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, found.door().handler());
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, found.variables());
        try {
            pass(found.door(), request, response);
        } catch (Exception thrown) {
            // Whatever a handler throws becomes a coded answer here, as it does on the usual way.
            problems.write(thrown, request, response);
        }
    }

    private void pass(ProgramDoor door, HttpServletRequest request, HttpServletResponse response) throws Exception {
        for (HandlerInterceptor guard : table().guards()) {
            if (!guard.preHandle(request, response, door.handler())) {
                return;
            }
        }
        Answer answer;
        try {
            answer = door.open(new ServletWebRequest(request, response));
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
        calls.write(answer, response);
    }

    /** Known once all handlers are. */
    private ProgramDoorTable table() {
        ProgramDoorTable known = table;
        if (known == null) {
            var resolvers = adapter.getObject().getCustomArgumentResolvers();
            known = mapping.getObject() instanceof HandlerLookup.ByBeginning handlers
                    ? ProgramDoorTable.of(handlers, resolvers == null ? List.of() : resolvers)
                    : new ProgramDoorTable(Map.of(), List.of());
            table = known;
        }
        return known;
    }
}
