package vn.haidang.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
