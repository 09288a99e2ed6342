package vn.haidang.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TableStreamUnitTests {

    private static final String TEXT = "code,name\n11311,Phường Hồng Bàng\n11581,Thị trấn An Dương\n";
    private static final List<String> NAMES = List.of("Phường Hồng Bàng", "Thị trấn An Dương");

    @Test
    void readsWhateverEncodingSpreadsheetsWrite() {
        assertThat(names(TEXT.getBytes(UTF_8))).isEqualTo(NAMES);
        assertThat(names(("\ufeff" + TEXT).getBytes(UTF_8))).isEqualTo(NAMES);
        assertThat(names(("\ufeff" + TEXT).getBytes(UTF_16LE))).isEqualTo(NAMES);
        assertThat(names(("\ufeff" + TEXT).getBytes(UTF_16BE))).isEqualTo(NAMES);
        assertThat(names(Normalizer.normalize(TEXT, Normalizer.Form.NFD).getBytes(UTF_8)))
                .isEqualTo(NAMES);
        assertThat(names(windows1258(TEXT))).isEqualTo(NAMES);
    }

    @Test
    void readsWhateverDelimiterSpreadsheetsWrite() {
        for (var delimiter : List.of(";", "\t", "|")) {
            assertThat(names(TEXT.replace(",", delimiter).getBytes(UTF_8))).isEqualTo(NAMES);
        }
        assertThat(names("code,\"na;me;;;\"\n1,a\n".getBytes(UTF_8))).containsExactly("a");
    }

    @Test
    void refusesWhatItCannotTellApartWithItsLine() {
        var tcvn3 = "code,name\n1,a\n2,H\u00b6i Phßng\n".getBytes(ISO_8859_1);
        var stream = TableStream.of(GivenFile.of("old.csv", tcvn3));

        assertThat(stream.columns()).isEmpty();
        assertThat(stream.refusals())
                .singleElement()
                .returns("reference.refused.encoding", Refusal::messageKey)
                .returns(3L, Refusal::line);
        assertThat(TableStream.of(GivenFile.of("nul.csv", "code,name\n1,a\0\n".getBytes(UTF_8)))
                        .refusals())
                .singleElement()
                .returns(2L, Refusal::line);
    }

    @Test
    void refusesRowsOfWrongWidthRepeatedColumnsAndEmptyFiles() {
        var stream = TableStream.of(GivenFile.of("a.csv", "code,name\n1\n2,b\n".getBytes(UTF_8)));
        var taken = new ArrayList<String>();
        stream.rows(row -> taken.add(row.text("name")));

        assertThat(taken).containsExactly("b");
        assertThat(stream.refusals())
                .singleElement()
                .returns("reference.refused.cells", Refusal::messageKey)
                .returns(2L, Refusal::line);
        assertThat(TableStream.of(GivenFile.of("b.csv", "code,code\n".getBytes(UTF_8)))
                        .refusals())
                .isNotEmpty();
        assertThat(TableStream.of(GivenFile.of("c.csv", new byte[0])).refusals())
                .singleElement()
                .returns("reference.refused.no-header", Refusal::messageKey);
    }

    @Test
    void aQuotationMarkNeverClosedDoesNotFillTheMemory() {
        var stream = TableStream.of(endless("code,name\n1,\"", "x", 6_000_000L));
        stream.rows(row -> {});

        assertThat(stream.refusals()).singleElement().returns("reference.refused.syntax", Refusal::messageKey);
    }

    @Test
    void aLargeFileIsReadRowByRow() {
        var rows = new AtomicLong();
        var stream = TableStream.of(endless("code,name\n", "11311,Phường Hồng Bàng\n", 8_000_000L));
        stream.rows(row -> rows.addAndGet(row.line() > 1 ? 1 : 0));

        assertThat(stream.refusals()).isEmpty();
        assertThat(rows).hasValueGreaterThan(200_000L);
        assertThat(stream.read()).isEqualTo(rows.get());
    }

    private static List<String> names(byte[] bytes) {
        var stream = TableStream.of(GivenFile.of("units.csv", bytes));
        var names = new ArrayList<String>();
        var column = stream.columns().getLast();
        stream.rows(row -> names.add(row.text(column)));
        assertThat(stream.refusals()).isEmpty();
        return names;
    }

    /** As an old Windows writes it: tone marks behind their letters, circumflex, breve and horn in them. */
    private static byte[] windows1258(String text) {
        var written = new StringBuilder();
        for (var letter : text.split("")) {
            var parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
            var tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            var rest =
                    Normalizer.normalize(parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC);
            written.append(rest).append(tone);
        }
        return written.toString().getBytes(Charset.forName("windows-1258"));
    }

    /** A file that exists only while it is read. */
    private static GivenFile endless(String head, String part, long size) {
        var first = head.getBytes(UTF_8);
        var again = part.getBytes(UTF_8);
        var whole = (size - first.length) / again.length * again.length + first.length;
        return new GivenFile() {
            @Override
            public String name() {
                return "large.csv";
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        if (at >= whole) {
                            return -1;
                        }
                        var c = at < first.length ? first[(int) at] : again[(int) ((at - first.length) % again.length)];
                        at++;
                        return c & 0xff;
                    }
                };
            }
        };
    }
}
