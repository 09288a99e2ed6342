package vn.haidang.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;

@ModuleTest
class FoldingModuleTests {

    private static final String LETTERS =
            "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
                    + "AÀẢÃÁẠĂẰÂẦĐEÊIOÔƠUƯYỴ 0123456789 \t\n-/.,'\u00a0\u2003\u0300\u0309\u0323\u031bÐðßİıſΣςΩЖﬁＡ²";

    private final JdbcClient jdbc;

    FoldingModuleTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({
        "Thuỷ, thuy",
        "Thủy, thuy",
        "Đăng ký khai sinh, dang ky khai sinh",
        "ĐƯỜNG, duong",
        "Hải  Phòng, hai phong"
    })
    void foldsAsPeopleTypeWithoutDiacritics(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
        assertThat(foldInSql(List.of(text))).containsExactly(folded);
    }

    @Test
    void foldsTheSameInJavaAndInSqlWhateverIsTyped() {
        var random = new Random(20201117);
        var texts = new ArrayList<String>();
        for (var i = 0; i < 4000; i++) {
            texts.add(i % 4 == 0 ? anyCharacters(random) : letters(random));
        }

        var bySql = foldInSql(texts);

        assertThat(bySql).hasSameSizeAs(texts);
        for (var i = 0; i < texts.size(); i++) {
            assertThat(Folding.fold(texts.get(i))).as(texts.get(i)).isEqualTo(bySql.get(i));
        }
    }

    @Test
    void foldsAFoldedTextToItself() {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++) {
            var folded = Folding.fold(letters(random));
            assertThat(Folding.fold(folded)).isEqualTo(folded);
        }
    }

    private List<String> foldInSql(List<String> texts) {
        return jdbc.sql("""
                        select platform.fold(text) from unnest(cast(:texts as text[])) with ordinality as t(text, n) order by n
                        """)
                .param("texts", texts.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String letters(Random random) {
        var text = new StringBuilder();
        for (var length = random.nextInt(24); length > 0; length--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String anyCharacters(Random random) {
        var text = new StringBuilder();
        for (var length = random.nextInt(12); length > 0; length--) {
            var c = 1 + random.nextInt(0x2fff);
            if (Character.isDefined(c) && !Character.isSurrogate((char) c)) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }
}
