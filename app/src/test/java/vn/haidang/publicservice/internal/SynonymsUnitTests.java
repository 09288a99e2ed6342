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

    @Test
    void aPhraseThatIsOnlyAPartOfAnotherThatWasSaidMeansNothing() {
        Synonyms synonyms = new Synonyms(List.of(
                new Synonyms.Synonym("sang ten", "dat dai"), new Synonyms.Synonym("sang ten xe", "giay to xe")));

        assertThat(synonyms.sayings("toi sang ten xe")).containsExactly("giay to xe", "toi giay to xe");
        assertThat(synonyms.sayings("toi sang ten")).containsExactly("dat dai", "toi dat dai");
    }
}
