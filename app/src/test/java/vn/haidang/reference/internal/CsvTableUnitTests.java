package vn.haidang.reference.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.haidang.reference.Refusal;

class CsvTableUnitTests {

    private static final List<String> COLUMNS = List.of("key", "name", "from");

    private final Refusals refusals = new Refusals("test/unit");

    @Test
    void readsTrimmedAndComposedCellsWithTheirLines() {
        var decomposed = "Thu\u0309y";

        var table = read("key,name,from\na, " + decomposed + " ,2025-07-01\n\nb,\"two\nlines\",2025-07-02\n");

        assertThat(refusals.list()).isEmpty();
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getFirst().text("name")).isEqualTo("Thủy");
        assertThat(table.rows().getFirst().line()).isEqualTo(2);
        assertThat(table.rows().getLast().line()).isEqualTo(4);
        assertThat(table.rows().getLast().date("from")).isEqualTo(LocalDate.of(2025, 7, 2));
    }

    @Test
    void takesColumnsInAnyOrder() {
        var table = read("from,key,name\n2025-07-01,a,b\n");

        assertThat(table.rows().getFirst().text("key")).isEqualTo("a");
    }

    @Test
    void refusesByteOrderMark() {
        read("\ufeffkey,name,from\n");

        assertThat(refusals.list()).singleElement().returns("reference.refused.byte-order-mark", Refusal::messageKey);
    }

    @Test
    void refusesOtherEncodingsAndNamesTheLine() {
        CsvTable.read("key,name,from\na,b,2025-07-01\nc,t\u00ean,2025-07-01\n".getBytes(ISO_8859_1), COLUMNS, refusals);

        assertThat(refusals.list())
                .singleElement()
                .returns("reference.refused.encoding", Refusal::messageKey)
                .returns(3L, Refusal::line);
    }

    @Test
    void refusesUtf16() {
        CsvTable.read("key,name,from\n".getBytes(UTF_16), COLUMNS, refusals);

        assertThat(refusals.list()).singleElement().returns("reference.refused.encoding", Refusal::messageKey);
    }

    @Test
    void refusesOtherDelimiter() {
        read("key;name;from\na;b;2025-07-01\n");

        assertThat(refusals.list()).singleElement().returns("reference.refused.delimiter", Refusal::messageKey);
    }

    @Test
    void refusesMissingUnknownAndRepeatedColumns() {
        read("key,key,nom\n");

        assertThat(refusals.list())
                .extracting(Refusal::column, Refusal::messageKey)
                .containsExactly(
                        tuple("name", "reference.refused.missing-column"),
                        tuple("from", "reference.refused.missing-column"),
                        tuple("nom", "reference.refused.unknown-column"),
                        tuple("key", "reference.refused.twice"));
    }

    @Test
    void refusesRowsOfWrongWidthAndEmptyFiles() {
        read("key,name,from\na,b\n");
        read("");

        assertThat(refusals.list())
                .extracting(Refusal::messageKey)
                .containsExactly("reference.refused.cells", "reference.refused.no-header");
    }

    @Test
    void refusesAnOpenQuotationMark() {
        read("key,name,from\na,\"b,2025-07-01\n");

        assertThat(refusals.list()).singleElement().returns("reference.refused.syntax", Refusal::messageKey);
    }

    @Test
    void collectsTheRefusalsOfAllCells() {
        var table = read("key,name,from\n,x,2025-02-30\nb,z,soon\n");

        for (var row : table.rows()) {
            row.text("key");
            row.oneOf("name", Set.of("x", "y"));
            row.date("from");
        }

        assertThat(refusals.list())
                .extracting(Refusal::line, Refusal::column)
                .containsExactly(tuple(2L, "key"), tuple(2L, "from"), tuple(3L, "name"), tuple(3L, "from"));
    }

    @Test
    void doesNotJudgeARowTwice() {
        var row = read("key,name,from\na,b,never\n").rows().getFirst();

        row.date("from");
        row.refuse("key", "reference.refused.unknown-key", "a");

        assertThat(refusals.list()).singleElement().returns("from", Refusal::column);
    }

    @Test
    void anotherShapeOfTheSameFileIsAnotherFingerprint() {
        var bytes = "key,name,from\n".getBytes(UTF_8);

        var one = CsvTable.read(bytes, COLUMNS, refusals);
        var two = CsvTable.read(bytes, List.of("key", "name"), refusals);

        assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
    }

    private CsvTable read(String text) {
        return CsvTable.read(text.getBytes(UTF_8), COLUMNS, refusals);
    }
}
