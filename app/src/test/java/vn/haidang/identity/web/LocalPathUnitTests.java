package vn.haidang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathUnitTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/my", "/desk/cases/1?page=2&x=%2F", "/services?q=khai+sinh"})
    void takesPathsOfThisSite(String path) {
        assertThat(LocalPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "my",
                "//evil.example",
                "/\\evil.example",
                "/a\\b",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/a b",
                "/sign-in",
                "/sign-in?next=/my"
            })
    void takesNothingThatCouldLeadElsewhereOrRoundInCircles(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }
}
