package vn.haidang.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import vn.haidang.reference.Sheet.Level;

class SheetUnitTests {

    private static final List<Level> LEVELS = List.of(
            new Level("", List.of("city", "name")),
            new Level("streets", List.of("street")),
            new Level("houses", List.of("number", "colour")));

    @Test
    void readsTheSameRowsFromCsvAndFromYaml() {
        var csv = Sheet.read("a.csv", """
                city,name,street,number,colour
                hp,Hải Phòng,Quang Trung,1,red
                ,,,2,
                ,,Lạch Tray,7,blue
                """.getBytes(UTF_8), LEVELS);
        var yaml = Sheet.read("a.YML", """
                city: hp
                name: Hải Phòng
                streets:
                  - street: Quang Trung
                    houses:
                      - {number: 1, colour: red}
                      - number: 2
                  - street: Lạch Tray
                    houses:
                      - number: "7"
                        colour: blue
                """.getBytes(UTF_8), LEVELS);

        assertThat(csv.refused()).isFalse();
        assertThat(yaml.refusals()).isEmpty();
        assertThat(yaml.rows()).extracting(SheetUnitTests::cells).containsExactlyElementsOf(cells(csv));
        assertThat(yaml.rows()).extracting(ReferenceRow::line).containsExactly(6L, 7L, 10L);
    }

    @Test
    void takesAByteOrderMarkAndJoinsAccentsToTheirLetters() {
        var sheet = Sheet.read(
                "a.csv", "\ufeffcity,name,street,number,colour\nhp,Ha\u0309i,x,1,y\n".getBytes(UTF_8), LEVELS);

        assertThat(sheet.refusals()).isEmpty();
        assertThat(sheet.rows().getFirst().text("name")).isEqualTo("Hải");
    }

    @Test
    void refusesTheCodePagesAndSeparatorsOfOldSpreadsheets() {
        var heading = "city,name,street,number,colour\n";
        var vietnamese = Charset.forName("windows-1258");

        assertThat(Sheet.read("a.csv", (heading + "hp,H\u00e0 N\u00f4i,x,1,y\n").getBytes(vietnamese), LEVELS)
                        .refusals())
                .extracting(Refusal::line, Refusal::messageKey)
                .containsExactly(tuple(2L, "reference.refused.encoding"));
        assertThat(Sheet.read("a.csv", heading.replace(',', ';').getBytes(UTF_8), LEVELS)
                        .refusals())
                .extracting(Refusal::messageKey)
                .containsExactly("reference.refused.delimiter");
    }

    @Test
    void namesTheLineAndTheKeyOfWhatIsWrongInYaml() {
        assertThat(refusals("""
                        city: hp
                        colour: red
                        name: [a, b]
                        city: again
                        streets:
                          - Quang Trung
                        """))
                .containsExactly(
                        tuple(2L, "colour", "reference.refused.unknown-column"),
                        tuple(3L, "name", "reference.refused.no-text"),
                        tuple(4L, "city", "reference.refused.twice"),
                        tuple(6L, "", "reference.refused.no-entry"));
        assertThat(refusals("city: hp\nstreets: none\n"))
                .containsExactly(tuple(2L, "streets", "reference.refused.no-list"));
        assertThat(refusals("city: 'hp\nname: b\n"))
                .extracting(each -> each.toList().getLast())
                .containsExactly("reference.refused.yaml");
        assertThat(refusals("")).containsExactly(tuple(1L, "", "reference.refused.no-entries"));
    }

    @Test
    void aCellOfAnOuterEntryIsRefusedOnItsOwnLine() {
        var sheet = Sheet.read("a.yml", """
                city: hp
                name: ''
                streets:
                  - street: Quang Trung
                """.getBytes(UTF_8), LEVELS);

        sheet.rows().getFirst().text("name");
        sheet.rows().getFirst().text("number");

        assertThat(sheet.refusals())
                .extracting(Refusal::line, Refusal::column)
                .containsExactly(tuple(2L, "name"), tuple(4L, "number"));
    }

    @Test
    void doesNotUnfoldWhatRepeatsItself() {
        assertThat(refusals("""
                        city: hp
                        streets: &all
                          - {street: a, houses: [{number: 1}]}
                          - &b {street: b, houses: *all}
                        """)).extracting(each -> each.toList().getLast()).containsExactly("reference.refused.yaml");
        assertThat(refusals("city: " + "[".repeat(5000))).isNotEmpty();
        assertThat(Sheet.read("a.csv", new byte[Sheet.LARGEST + 1], LEVELS).refusals())
                .extracting(Refusal::messageKey)
                .containsExactly("reference.refused.too-large");
    }

    private static List<Tuple> refusals(String yaml) {
        return Sheet.read("a.yaml", yaml.getBytes(UTF_8), LEVELS).refusals().stream()
                .map(each -> tuple(each.line(), each.column(), each.messageKey()))
                .toList();
    }

    private static List<String> cells(Sheet sheet) {
        return sheet.rows().stream().map(SheetUnitTests::cells).toList();
    }

    private static String cells(ReferenceRow row) {
        return String.join(
                "|",
                LEVELS.stream()
                        .flatMap(level -> level.columns().stream())
                        .map(column -> row.optionalText(column).orElse(""))
                        .toList());
    }
}
