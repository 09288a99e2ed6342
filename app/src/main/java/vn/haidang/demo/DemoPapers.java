package vn.haidang.demo;

import java.nio.charset.StandardCharsets;

/** Papers to upload: small, real PDF files that say what they are. */
final class DemoPapers {

    private DemoPapers() {}

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
