package vn.haidang.reference.internal;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import vn.haidang.reference.GivenFile;

/**
 * How the letters of a file are written, found out by reading it once: UTF-8 where all of it is, UTF-16 where it says so, else
 * Windows-1258 where its tone marks stand behind letters that carry them. Anything else is refused, never guessed.
 */
public final class GivenText {

    private static final int LONGEST_RECORD = 1_000_000;
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    private final GivenFile file;
    private final String charset;
    private final int mark;

    private GivenText(GivenFile file, String charset, int mark) {
        this.file = file;
        this.charset = charset;
        this.mark = mark;
    }

    public static GivenText of(GivenFile file, Refusals refusals) {
        try {
            var first = first(file);
            if (first.length >= 2 && (first[0] == (byte) 0xff && first[1] == (byte) 0xfe)) {
                return checked(new GivenText(file, "UTF-16LE", 2), refusals);
            }
            if (first.length >= 2 && (first[0] == (byte) 0xfe && first[1] == (byte) 0xff)) {
                return checked(new GivenText(file, "UTF-16BE", 2), refusals);
            }
            var marked =
                    first.length == 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf;
            var utf8 = new GivenText(file, "UTF-8", marked ? 3 : 0);
            var wrong = utf8.firstWrongLine();
            if (wrong == 0) {
                return utf8;
            }
            var old = new GivenText(file, WINDOWS_1258.name(), 0);
            if (old.firstWrongLine() == 0 && old.tonesStandBehindVowels()) {
                return old;
            }
            refusals.add(wrong, "", "reference.refused.encoding");
        } catch (IOException e) {
            refusals.add(0, "", "reference.refused.unreadable");
        }
        return new GivenText(file, "", 0);
    }

    private static GivenText checked(GivenText text, Refusals refusals) throws IOException {
        var wrong = text.firstWrongLine();
        if (wrong == 0) {
            return text;
        }
        refusals.add(wrong, "", "reference.refused.encoding");
        return new GivenText(text.file, "", 0);
    }

    /** Empty where none was recognised. */
    public String charset() {
        return charset;
    }

    /** The one of these that stands most often in the first line outside quotation marks; the first of them where none does. */
    public char mostFrequentInFirstLine(char[] candidates) {
        var counts = new int[candidates.length];
        try (var reader = reader()) {
            var quoted = false;
            for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
                quoted ^= c == '"';
                for (int i = 0; i < candidates.length && !quoted; i++) {
                    counts[i] += c == candidates[i] ? 1 : 0;
                }
            }
        } catch (IOException e) {
            return candidates[0];
        }
        int best = 0;
        for (int i = 1; i < candidates.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates[best];
    }

    public Records reader() throws IOException {
        var in = new BufferedInputStream(file.open());
        in.skipNBytes(mark);
        return new Records(new InputStreamReader(in, decoder()));
    }

    /** 0 where every line is written so. */
    private long firstWrongLine() throws IOException {
        var decoder = decoder();
        var in = ByteBuffer.allocate(8192);
        var out = CharBuffer.allocate(8192);
        long line = 1;
        try (var bytes = file.open()) {
            bytes.skipNBytes(mark);
            for (boolean end = false; !end; ) {
                int n = bytes.read(in.array(), in.position(), in.remaining());
                end = n < 0;
                in.position(in.position() + Math.max(0, n)).flip();
                var result = decoder.decode(in, out, end);
                out.flip();
                while (out.hasRemaining()) {
                    char c = out.get();
                    if (c == '\0') {
                        return line;
                    }
                    line += c == '\n' ? 1 : 0;
                }
                if (result.isError()) {
                    return line;
                }
                out.clear();
                in.compact();
            }
        }
        return 0;
    }

    private CharsetDecoder decoder() {
        return Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private boolean tonesStandBehindVowels() throws IOException {
        long tones = 0;
        char before = ' ';
        try (var reader = reader()) {
            var block = new char[8192];
            for (int n = reader.unlimited(block); n >= 0; n = reader.unlimited(block)) {
                for (int i = 0; i < n; i++) {
                    if (Character.getType(block[i]) == Character.NON_SPACING_MARK) {
                        var joined = Normalizer.normalize("" + before + block[i], Normalizer.Form.NFC);
                        if (joined.length() != 1) {
                            return false;
                        }
                        tones++;
                    }
                    before = block[i];
                }
            }
        }
        return tones > 0;
    }

    private static byte[] first(GivenFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(3);
        }
    }

    /** Reads no record longer than any honest one, so that a quotation mark never closed does not fill the memory. */
    public static final class Records extends FilterReader {

        private long read;

        Records(Reader in) {
            super(in);
        }

        public void nextRecord() {
            read = 0;
        }

        int unlimited(char[] block) throws IOException {
            return in.read(block, 0, block.length);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return in.read();
        }

        @Override
        public int read(char[] block, int from, int most) throws IOException {
            count(most);
            return in.read(block, from, most);
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > LONGEST_RECORD) {
                throw new IOException("no record is that long");
            }
        }
    }
}
