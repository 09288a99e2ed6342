package vn.haidang.notification.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** One e-mail as RFC 5322 wants it: Vietnamese in the headers as encoded words, the body in base64. */
record Letter(UUID id, String to, String subject, String body, Instant at) {

    private static final String FROM = "Hai Dang <no-reply@haidang.invalid>";
    private static final int WORD_BYTES = 42;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    byte[] bytes(ZoneId zone) {
        String text = String.join(
                "\r\n",
                "From: " + FROM,
                "To: " + line(to),
                "Subject: " + encoded(line(subject)),
                "Date: " + DATE.format(at.atZone(zone)),
                "Message-ID: <" + id + "@haidang.invalid>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                "");
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** No value can begin a header of its own. */
    private static String line(String value) {
        return value.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }

    /** Encoded words of at most 75 characters, never cutting a letter in two. */
    private static String encoded(String value) {
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int[] letters = value.codePoints().toArray();
        for (int letter : letters) {
            String next = Character.toString(letter);
            if ((word + next).getBytes(StandardCharsets.UTF_8).length > WORD_BYTES) {
                append(words, word);
                word.setLength(0);
            }
            word.append(next);
        }
        append(words, word);
        return words.toString();
    }

    private static void append(StringBuilder words, CharSequence word) {
        byte[] utf8 = word.toString().getBytes(StandardCharsets.UTF_8);
        words.append(words.isEmpty() ? "" : "\r\n ")
                .append("=?utf-8?B?")
                .append(Base64.getEncoder().encodeToString(utf8))
                .append("?=");
    }
}
