package vn.haidang.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SynonymsUnitTests {

    private static final Synonyms SYNONYMS = new Synonyms(List.of(
            new Synonyms.Synonym("so do", "giay chung nhan quyen su dung dat"),
            new Synonyms.Synonym("bang lai", "giay phep lai xe")));

    @Test
    void saysTheSameInTheWordsOfTheCatalogue() {
        assertThat(SYNONYMS.sayings("mat bang lai")).containsExactly("giay phep lai xe", "mat giay phep lai xe");
    }

    @Test
    void takesWholeWordsOnly() {
        assertThat(SYNONYMS.sayings("so doi tuong")).isEmpty();
        assertThat(SYNONYMS.sayings("")).isEmpty();
    }
}
