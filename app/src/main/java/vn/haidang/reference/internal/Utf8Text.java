package vn.haidang.reference.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of a file as text, strictly UTF-8: what an old code page wrote is refused, never guessed. */
final class Utf8Text {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private Utf8Text() {}

    /** Null where the refusals say why; a byte order mark is refused. */
    static @Nullable String read(byte[] bytes, Refusals refusals) {
        if (hasMark(bytes)) {
            refusals.add(1, "", "reference.refused.byte-order-mark");
            return null;
        }
        return decode(ByteBuffer.wrap(bytes), refusals);
    }

    /** As {@link #read}, but passes over a byte order mark, which spreadsheets write and nobody can ask them not to. */
    static @Nullable String readMarked(byte[] bytes, Refusals refusals) {
        var skipped = hasMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        return decode(ByteBuffer.wrap(bytes, skipped, bytes.length - skipped), refusals);
    }

    private static @Nullable String decode(ByteBuffer in, Refusals refusals) {
        var out = CharBuffer.allocate(in.remaining());
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError() || text.indexOf('\0') >= 0) {
            var read = result.isError() ? text : text.substring(0, text.indexOf('\0'));
            refusals.add(1 + read.chars().filter(c -> c == '\n').count(), "", "reference.refused.encoding");
            return null;
        }
        return text;
    }

    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && ByteBuffer.wrap(bytes, 0, BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    }
}
