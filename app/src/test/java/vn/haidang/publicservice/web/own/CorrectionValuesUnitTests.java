package vn.haidang.publicservice.web.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is sent is read as a value the registry takes, or as none; nothing breaks. */
class CorrectionValuesUnitTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> ATTRIBUTES = List.of(
            "person.full-name",
            "person.birth-date",
            "person.sex",
            "person.residence",
            "person.street",
            "person.phone",
            "person.email",
            "person.personal-number",
            "spouse.full-name");

    @Property(tries = 500)
    void whateverIsSentIsAValueOrNone(@ForAll String sent) {
        for (String attribute : ATTRIBUTES) {
            CorrectionValues.read(attribute, sent, TODAY).ifPresent(value -> {
                assertThat(value).isNotBlank().doesNotContain("\u0000").hasSizeLessThanOrEqualTo(200);
                switch (attribute) {
                    case "person.birth-date" ->
                        assertThat(LocalDate.parse(value)).isBetween(TODAY.minusYears(130), TODAY);
                    case "person.sex" -> assertThat(value).isIn("female", "male");
                    case "person.residence" ->
                        assertThat(UUID.fromString(value)).hasToString(value.toLowerCase(java.util.Locale.ROOT));
                    case "person.phone" -> assertThat(value).matches("0[0-9]{9,10}");
                    case "person.personal-number", "spouse.full-name" ->
                        throw new AssertionError("not put right here: " + attribute);
                    default -> {}
                }
            });
        }
    }

    @Example
    void readsWhatPeopleWrite() {
        assertThat(CorrectionValues.read("person.birth-date", "2/3/1990", TODAY))
                .contains("1990-03-02");
        assertThat(CorrectionValues.read("person.birth-date", "31/2/1990", TODAY))
                .isEmpty();
        assertThat(CorrectionValues.read("person.birth-date", "24/11/2026", TODAY))
                .isEmpty();
        assertThat(CorrectionValues.read("person.phone", "0912 345 678", TODAY)).contains("0912345678");
        assertThat(CorrectionValues.read("person.full-name", " Ph\u1ea1m Th\u1ecb Hoa ", TODAY))
                .contains("Ph\u1ea1m Th\u1ecb Hoa");
        assertThat(CorrectionValues.read("person.full-name", "<b>", TODAY)).isEmpty();
    }
}
