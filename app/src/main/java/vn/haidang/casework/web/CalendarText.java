package vn.haidang.casework.web;

import java.nio.charset.StandardCharsets;

/** A calendar as RFC 5545 writes it: lines that end with CR LF and are folded at 75 bytes, never within a letter. */
final class CalendarText {

    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();

    CalendarText() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Haidang//Inbox//VI");
    }

    /** @param due in UTC, as the standard writes it */
    void event(String id, String due, String summary, String address) {
        line("BEGIN:VEVENT");
        line("UID:" + id + "@haidang");
        line("DTSTAMP:" + due);
        line("DTSTART:" + due);
        line("SUMMARY:" + escaped(summary));
        line("URL:" + address);
        line("END:VEVENT");
    }

    String whole() {
        return text + "END:VCALENDAR\r\n";
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    private void line(String line) {
        int bytes = 0;
        for (int at = 0; at < line.length(); ) {
            var letter = Character.toString(line.codePointAt(at));
            var size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(letter);
            bytes += size;
            at += letter.length();
        }
        text.append("\r\n");
    }
}
