package vn.haidang.document.internal;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What making a document needs and another one needs again: fonts that were read, a parser. For one document at a time. */
final class Press {

    /** Those of its fonts: what a document costs grows with them, with those it does not need too. */
    enum Letters {
        /** Of Vietnamese and of what is written like it, with signs and digits. */
        USUAL,
        /** All that the fonts have. */
        ALL;

        /** The fewest that a text needs. */
        static Letters of(String text) {
            return text.codePoints().allMatch(USUAL_LETTERS::get) ? USUAL : ALL;
        }
    }

    private static final BitSet USUAL_LETTERS = usualLetters();

    private static final String FAMILY = "Tinos";

    /** The directory of an OpenType file: how many tables it has, the first entry, its length; names are four letters. */
    private static final int TABLES = 4;

    private static final int FIRST_TABLE = 12;
    private static final int TABLE_ENTRY = 16;
    private static final int SUBSTITUTIONS = 0x47535542;
    private static final int UNKNOWN = 0x47535578;

    private record Face(int weight, FontStyle style, TrueTypeFont font) {}

    private final List<Face> faces;
    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();
    private final DocumentBuilder parser = parser();

    Press(Letters letters) {
        faces = List.of(
                new Face(400, FontStyle.NORMAL, read("Tinos_400Regular.ttf", letters)),
                new Face(400, FontStyle.ITALIC, read("Tinos_400Regular_Italic.ttf", letters)),
                new Face(700, FontStyle.NORMAL, read("Tinos_700Bold.ttf", letters)));
    }

    byte[] print(String xhtml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePDDocument(pdf);
            builder.useUriResolver((base, uri) -> null);
            builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
            for (Face face : faces) {
                builder.useFont(
                        new PDFontSupplier(PDType0Font.load(pdf, face.font(), true)),
                        FAMILY,
                        face.weight(),
                        face.style(),
                        true);
            }
            builder.withProducer("Haidang");
            builder.withW3cDocument(parser.parse(new InputSource(new StringReader(xhtml))), null);
            builder.toStream(bytes);
            builder.run();
        } catch (SAXException notWellFormed) {
            throw new IOException(notWellFormed);
        }
        return bytes.toByteArray();
    }

    /** Without its table of substitutions: Vietnamese in composed letters needs none, and asking it costs more than all the rest. */
    private static TrueTypeFont read(String file, Letters letters) {
        try (InputStream bytes = new ClassPathResource("fonts/" + file).getInputStream()) {
            ByteBuffer font = ByteBuffer.wrap(bytes.readAllBytes());
            int tables = font.getShort(TABLES);
            for (int table = 0; table < tables; table++) {
                int entry = FIRST_TABLE + table * TABLE_ENTRY;
                if (font.getInt(entry) == SUBSTITUTIONS) {
                    font.putInt(entry, UNKNOWN);
                }
            }
            TrueTypeFont all = new TTFParser().parse(new RandomAccessReadBuffer(font.array()));
            return switch (letters) {
                case ALL -> all;
                case USUAL -> usual(all);
            };
        } catch (IOException missing) {
            throw new UncheckedIOException("font " + file + " is not in the build", missing);
        }
    }

    private static TrueTypeFont usual(TrueTypeFont all) throws IOException {
        TTFSubsetter letters = new TTFSubsetter(all);
        letters.addAll(USUAL_LETTERS.stream().boxed().collect(Collectors.toSet()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        letters.writeToStream(bytes);
        return new TTFParser().parse(new RandomAccessReadBuffer(bytes.toByteArray()));
    }

    private static BitSet usualLetters() {
        BitSet letters = new BitSet();
        letters.set('\n');
        letters.set(0x20, 0x7f);
        letters.set(0xa0, 0x180);
        letters.set(0x1a0, 0x1a2);
        letters.set(0x1af, 0x1b1);
        letters.set(0x1ea0, 0x1efa);
        letters.set(0x2010, 0x2027);
        letters.set(0x20ab);
        return letters;
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
