package vn.haidang.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A paper somebody has at hand to upload. */
record Paper(String name, String mediaType, byte[] bytes) {

    /** A small real PDF; different words give different bytes. */
    static Paper pdf(String name, String words) {
        var text = "BT /F1 18 Tf 60 760 Td (" + words + ") Tj ET";
        var body = """
                %%PDF-1.4
                1 0 obj
                << /Type /Catalog /Pages 2 0 R >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [3 0 R] /Count 1 >>
                endobj
                3 0 obj
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>
                endobj
                4 0 obj
                << /Length %d >>
                stream
                %s
                endstream
                endobj
                trailer
                << /Size 5 /Root 1 0 R >>
                %%%%EOF
                """.formatted(text.length(), text);
        return new Paper(name, "application/pdf", body.getBytes(StandardCharsets.US_ASCII));
    }

    /** A program for Windows that calls itself a PDF. */
    static Paper disguisedProgram() {
        var bytes = new byte[4096];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[60] = (byte) 0x80;
        bytes[128] = 'P';
        bytes[129] = 'E';
        return new Paper("giay-chung-sinh.pdf", "application/pdf", bytes);
    }

    /** Two hundred megabytes of nothing in a package of two hundred kilobytes. */
    static Paper packedBomb(String name) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(nothing);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Paper(name, "application/octet-stream", packed.toByteArray());
    }

    /** A picture of a few bytes that claims to be 60,000 dots wide and as high. */
    static Paper paintedBomb() {
        var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(header.array());
        var png = ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.putInt(13).put(header.array()).putInt((int) sum.getValue());
        return new Paper("anh.png", "image/png", png.array());
    }

    FilePayload payload() {
        return new FilePayload(name, mediaType, bytes);
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
