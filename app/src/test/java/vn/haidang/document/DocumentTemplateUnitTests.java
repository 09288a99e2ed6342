package vn.haidang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.haidang.document.internal.DocumentTemplate;

class DocumentTemplateUnitTests {

    private final DocumentTemplate template = new DocumentTemplate("letter", 1, "<p>{{child.full-name}}</p>");

    @Test
    void neverLetsAValueBecomeMarkup() {
        assertThat(template.merge(Map.of("child.full-name", "<b>$1 & \"An\"</b>")))
                .isEqualTo("<p>&#60;b&#62;$1 &#38; &#34;An&#34;&#60;/b&#62;</p>");
    }

    @Test
    void dropsCharactersThatNoDocumentCanHold() {
        assertThat(template.merge(Map.of("child.full-name", "A\u0000n\u0008"))).isEqualTo("<p>An</p>");
    }

    @Test
    void repeatsAGroupForEachOfItsLinesAndFillsInWhatIsTheSameForAll() {
        var list = new DocumentTemplate(
                "list", 1, "<ul>{{each papers}}<li>{{paper.name}} {{case.code}}</li>{{end}}</ul>{{case.code}}");
        Map<String, String> values = new HashMap<>(Documents.lines(
                "papers", List.of(Map.of("paper.name", "A & B"), Map.of("paper.name", "{{case.code}}"))));
        values.put("case.code", "H1");

        assertThat(list.merge(values)).isEqualTo("<ul><li>A &#38; B H1</li><li>{{case.code}} H1</li></ul>H1");
        assertThat(list.fields()).containsExactly("papers/", "papers/paper.name", "papers/case.code", "case.code");
        values.putAll(Documents.lines("papers", List.of()));
        assertThat(list.merge(values)).isEqualTo("<ul></ul>H1");
    }

    @Test
    void refusesAGroupWithoutAnEndInsideAnotherOrWithoutItsLines() {
        for (String wrong : List.of("{{each a}}x", "{{each a}}{{each b}}x{{end}}{{end}}", "x{{end}}")) {
            assertThatThrownBy(() -> new DocumentTemplate("list", 1, wrong).merge(Map.of("a", "1", "b", "1")))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new DocumentTemplate("list", 1, "{{each a}}x{{end}}").merge(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lines of a");
    }

    @Test
    void refusesADocumentWithAHoleInIt() {
        assertThatThrownBy(() -> template.merge(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("child.full-name");
    }
}
