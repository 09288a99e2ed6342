package vn.haidang.form.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.form.FormDefinition.Text;

/** Whatever is sent, nothing is thrown and nothing typed is dropped. */
class BindingPropertyUnitTests {

    private static final Text WORDS = new Text("vi", "en");

    @Property(tries = 500)
    void keepsEveryTextUpToItsComposition(@ForAll String typed) {
        for (Kind kind :
                List.of(Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.SELECT, Kind.PHONE, Kind.EMAIL, Kind.UNIT)) {
            assertThat(bind(kind, Map.of("field", new String[] {typed}))).isEqualTo(kept(typed));
        }
    }

    @Property(tries = 500)
    void keepsAPersonalNumberOrWhateverElseStandsThere(@ForAll String typed) {
        String bound = bind(Kind.PERSONAL_NUMBER, Map.of("field", new String[] {typed}));

        assertThat(bound).isIn(kept(typed), kept(typed).replaceAll("[ .-]", ""));
    }

    @Property(tries = 500)
    void keepsTheThreePartsOfADateThatIsNone(@ForAll String day, @ForAll String month, @ForAll String year) {
        String bound = bind(
                Kind.DATE,
                Map.of(
                        "field-day", new String[] {day},
                        "field-month", new String[] {month},
                        "field-year", new String[] {year}));

        String all = kept(day) + "/" + kept(month) + "/" + kept(year);
        if (Binding.isoDate(bound) == null) {
            assertThat(bound).isEqualTo(all.equals("//") ? "" : all);
            assertThat(String.join("/", Binding.dateParts(bound))).isEqualTo(bound.isEmpty() ? "//" : all);
        }
    }

    @Property
    void readsEveryDayBackAsItWasTyped(
            @ForAll @IntRange(min = 1000, max = 9999) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day) {
        String bound = bind(
                Kind.DATE,
                Map.of(
                        "field-day", new String[] {String.valueOf(day)},
                        "field-month", new String[] {"%02d".formatted(month)},
                        "field-year", new String[] {String.valueOf(year)}));

        assertThat(bound).isEqualTo("%04d-%02d-%02d".formatted(year, month, day));
        assertThat(Binding.dateParts(bound))
                .containsExactly(String.valueOf(day), String.valueOf(month), String.valueOf(year));
    }

    @Property(tries = 300)
    void neverThrowsOnParametersThatComeTwiceOrEmpty(@ForAll List<String> typed) {
        Map<String, String[]> sent = Map.of("field", typed.toArray(String[]::new));

        for (Kind kind : Kind.values()) {
            String bound = Binding.bind(page(kind), sent).getOrDefault("field", "");

            if (kind == Kind.TEXT) {
                assertThat(bound.split(" ", -1).length).isGreaterThanOrEqualTo(typed.isEmpty() ? 0 : 1);
                typed.forEach(each -> assertThat(bound).contains(kept(each)));
            }
        }
    }

    private static String kept(String typed) {
        StringBuilder storable = new StringBuilder();
        typed.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            boolean refused = point == 0 || Character.getType(point) == Character.SURROGATE;
            storable.appendCodePoint(refused ? 0xFFFD : point);
        });
        return Normalizer.normalize(storable, Normalizer.Form.NFC).strip();
    }

    private static String bind(Kind kind, Map<String, String[]> sent) {
        Map<String, String[]> parameters = new LinkedHashMap<>(sent);
        parameters.put("another", new String[] {"x"});
        Map<String, String> bound = Binding.bind(page(kind), parameters);
        assertThat(bound.keySet()).isSubsetOf(Arrays.asList("field"));
        return bound.getOrDefault("field", "");
    }

    private static Page page(Kind kind) {
        return new Page(
                "page",
                WORDS,
                null,
                null,
                null,
                List.of(new Field(
                        "field",
                        kind,
                        WORDS,
                        null,
                        true,
                        null,
                        null,
                        null,
                        Rules.longest(200),
                        List.of(),
                        null,
                        null,
                        null)),
                List.of(),
                null);
    }
}
