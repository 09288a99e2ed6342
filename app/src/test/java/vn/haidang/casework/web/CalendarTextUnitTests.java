package vn.haidang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CalendarTextUnitTests {

    @Test
    void foldsLinesAtSeventyFiveBytesAndNeverWithinALetter() {
        var text = new CalendarText();
        text.event("1", "20260302T010000Z", "Đăng ký khai sinh, thẩm định; ".repeat(8), "https://haidang.example/desk");

        var whole = text.whole();

        assertThat(whole.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(whole.replace("\r\n ", "")).contains("SUMMARY:Đăng ký khai sinh\\, thẩm định\\; Đăng ký");
        assertThat(whole).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    }
}
