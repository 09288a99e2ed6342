package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Law 9: a module's templates use that module's own types and templates, and those of {@code ui}. */
class TemplateBorderTests {

    private static final Pattern TYPE = Pattern.compile("\\bvn\\.haidang\\.([a-z]+)");
    private static final Pattern TEMPLATE = Pattern.compile("@template\\.([a-zA-Z]+)\\.");
    private static final Pattern UNESCAPED = Pattern.compile("\\$unsafe\\{");

    @Test
    void templatesStayInsideTheBorderOfTheirModule() {
        var strays = new ArrayList<String>();
        for (var template : Sources.below(Sources.TEMPLATES, ".jte")) {
            var own = template.moduleBelow(Sources.TEMPLATES);
            for (var pattern : new Pattern[] {TYPE, TEMPLATE}) {
                var uses = pattern.matcher(template.text());
                while (uses.find()) {
                    if (!uses.group(1).equals(own) && !uses.group(1).equals("ui")) {
                        strays.add(template + " uses " + uses.group());
                    }
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void everyTemplateBelongsToAModule() {
        assertThat(Sources.below(Sources.TEMPLATES, ".jte"))
                .allMatch(template -> Sources.modules().contains(template.moduleBelow(Sources.TEMPLATES)));
    }

    @Test
    void onlyUiWritesMarkupUnescaped() {
        assertThat(Sources.below(Sources.TEMPLATES, ".jte").stream()
                        .filter(template ->
                                !template.moduleBelow(Sources.TEMPLATES).equals("ui"))
                        .filter(template -> UNESCAPED.matcher(template.text()).find()))
                .isEmpty();
    }
}
