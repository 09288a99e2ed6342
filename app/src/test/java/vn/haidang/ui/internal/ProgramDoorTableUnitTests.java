package vn.haidang.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.haidang.ui.Answer;

/** Which paths lead to a program's door the short way; everything doubtful is left to the framework. */
class ProgramDoorTableUnitTests {

    private final HandlerLookup.ByBeginning handlers = new HandlerLookup.ByBeginning();

    @Test
    void findsTheOneDoorOfAPathWithItsVariables() throws Exception {
        map("/api/things/{id}/parts/{part}", RequestMethod.GET, "answers");

        var found = Objects.requireNonNull(table().find("GET", "/api/things/7/parts/wheel"));

        assertThat(found.variables()).isEqualTo(Map.of("id", "7", "part", "wheel"));
        assertThat(found.door().pattern()).isEqualTo("/api/things/{id}/parts/{part}");
    }

    @Test
    void leavesOtherMethodsAndPathsToTheFramework() throws Exception {
        map("/api/things/{id}", RequestMethod.GET, "answers");

        assertThat(table().find("POST", "/api/things/7")).isNull();
        assertThat(table().find("HEAD", "/api/things/7")).isNull();
        assertThat(table().find("GET", "/api/things")).isNull();
        assertThat(table().find("GET", "/api/things/")).isNull();
        assertThat(table().find("GET", "/api/things/7/")).isNull();
        assertThat(table().find("GET", "/api/things/7;a=b")).isNull();
        assertThat(table().find("GET", "/api/things/%37")).isNull();
        assertThat(table().find("GET", "/api//things/7")).isNull();
    }

    @Test
    void leavesAPathToTheFrameworkThatTwoHandlersFit() throws Exception {
        map("/api/things/{id}", RequestMethod.GET, "answers");
        map("/api/things/all", RequestMethod.GET, "page");

        assertThat(table().find("GET", "/api/things/all")).isNull();
        assertThat(table().find("GET", "/api/things/7")).isNotNull();
    }

    @Test
    void knowsNoDoorOfAHandlerForPeopleOrOneThatTakesSomethingElse() throws Exception {
        map("/api/pages/{id}", RequestMethod.GET, "page");
        map("/api/others/{id}", RequestMethod.GET, "takes");

        assertThat(table().find("GET", "/api/pages/7")).isNull();
        assertThat(table().find("GET", "/api/others/7")).isNull();
    }

    @Test
    void knowsNoneAtAllWhereAPatternMayMeanAnything() throws Exception {
        map("/api/things/{id}", RequestMethod.GET, "answers");
        map("/{anything}/things", RequestMethod.GET, "page");

        assertThat(table().find("GET", "/api/things/7")).isNull();
    }

    private ProgramDoorTable table() {
        return ProgramDoorTable.of(handlers, List.of(new NumberOfNothing()));
    }

    private void map(String pattern, RequestMethod method, String handler) throws NoSuchMethodException {
        var options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(PathPatternParser.defaultInstance);
        Method found = List.of(Doors.class.getDeclaredMethods()).stream()
                .filter(each -> each.getName().equals(handler))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(handler));
        handlers.registerMapping(
                RequestMappingInfo.paths(pattern)
                        .methods(method)
                        .options(options)
                        .build(),
                new Doors(),
                found);
    }

    static final class Doors {

        Answer answers(Integer number) {
            return Answer.of(number);
        }

        Answer takes(String text) {
            return Answer.of(text);
        }

        String page() {
            return "page";
        }
    }

    private static final class NumberOfNothing implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Integer.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return 0;
        }
    }
}
