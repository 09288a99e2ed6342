package vn.haidang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void refusesADocumentWithAHoleInIt() {
        assertThatThrownBy(() -> template.merge(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("child.full-name");
    }
}
