package vn.haidang.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.journal.Actor;

/**
 * Pools of papers to upload: small, real PDF files that say what they are, and pictures of sheets. No two pools share any bytes, so who
 * is the first to store some depends on nobody who uploads from another pool.
 */
@Component
class DemoPapers {

    /** One of them, under the name it has on somebody's device. */
    record Paper(String name, byte[] bytes) {}

    private static final int DOCUMENTS = 9;
    private static final int PICTURES = 3;
    private static final long LARGEST = 1024 * 1024;

    private static final Map<Integer, List<Paper>> POOLS = new ConcurrentHashMap<>();
    private final Files files;

    DemoPapers(Files files) {
        this.files = files;
    }

    static Paper of(int pool, int number) {
        List<Paper> papers = POOLS.computeIfAbsent(pool, DemoPapers::pool);
        return papers.get(Math.floorMod(number, papers.size()));
    }

    /** Somebody uploads one. */
    FileId upload(int pool, int number, Actor by) {
        Paper paper = of(pool, number);
        return files.store(
                        paper.name(),
                        new ByteArrayInputStream(paper.bytes()),
                        LARGEST,
                        Set.of("application/pdf", "image/png"),
                        by)
                .id();
    }

    private static List<Paper> pool(int pool) {
        return Stream.concat(
                        IntStream.range(pool * DOCUMENTS, (pool + 1) * DOCUMENTS)
                                .mapToObj(number -> new Paper("giay-to.pdf", paper(number))),
                        IntStream.range(pool * PICTURES, (pool + 1) * PICTURES)
                                .mapToObj(number -> new Paper("anh-chup.png", picture(number))))
                .toList();
    }

    /** A sheet with grey lines, as a camera sees it. */
    private static byte[] picture(int number) {
        var sheet = new BufferedImage(210, 297, BufferedImage.TYPE_BYTE_GRAY);
        var pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(4, 4, 202, 289);
        pen.setColor(Color.GRAY);
        IntStream.range(0, 12 + number).forEach(line -> pen.fillRect(20, 30 + line * 16, 120 + line * 37 % 50, 3));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** One page with one line of ASCII text; different numbers give different bytes. */
    static byte[] paper(int number) {
        String text = "BT /F1 18 Tf 60 760 Td (Giay to minh hoa so " + number + ") Tj ET";
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        int[] offsets = new int[5];
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        for (int object = 0; object < objects.length; object++) {
            offsets[object] = pdf.length();
            pdf.append(object + 1).append(" 0 obj\n").append(objects[object]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 6\n0000000000 65535 f \n");
        for (int offset : offsets) {
            pdf.append("%010d 00000 n \n".formatted(offset));
        }
        pdf.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
