package vn.haidang.publicservice.internal.own;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.BiConsumer;

/** Hands what is written on in parts of a megabyte, so that a copy of any size needs no more memory than one. */
final class ChunkedOutput extends OutputStream {

    private static final int PART = 1 << 20;

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(PART);
    private final BiConsumer<Integer, byte[]> parts;
    private int number;
    private long bytes;

    ChunkedOutput(BiConsumer<Integer, byte[]> parts) {
        this.parts = parts;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            int now = Math.min(left, PART - waiting.size());
            waiting.write(from, at, now);
            at += now;
            left -= now;
            if (waiting.size() == PART) {
                handOn();
            }
        }
        bytes += length;
    }

    @Override
    public void close() {
        if (waiting.size() > 0) {
            handOn();
        }
    }

    long bytes() {
        return bytes;
    }

    private void handOn() {
        parts.accept(number++, waiting.toByteArray());
        waiting.reset();
    }
}
