package vn.haidang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.haidang.WebTest;
import vn.haidang.ui.Access;
import vn.haidang.ui.Requires;

@WebTest
class ActionGrantsPageTests {

    private final RequestMappingHandlerMapping handlers;
    private final JdbcClient jdbc;

    ActionGrantsPageTests(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers, JdbcClient jdbc) {
        this.handlers = handlers;
        this.jdbc = jdbc;
    }

    @Test
    void everyActionThatAHandlerNeedsIsGrantedToSomeRole() {
        var granted = new TreeSet<>(Set.of(Access.PUBLIC, Access.SIGNED_IN));
        granted.addAll(jdbc.sql("select distinct action from identity.role_action")
                .query((row, number) -> row.getString("action"))
                .list());

        var needed = handlers.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("vn.haidang."))
                .flatMap(ActionGrantsPageTests::action)
                .distinct();

        assertThat(needed).isSubsetOf(granted);
    }

    private static Stream<String> action(HandlerMethod handler) {
        var declared = handler.getMethodAnnotation(Requires.class);
        if (declared == null) {
            declared = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
        }
        return Stream.of(Objects.requireNonNull(declared, handler + " declares no action")
                .value());
    }
}
