package vn.haidang.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a resident is told after handing in.
 *
 * @param application address of the application
 * @param promised the promised day
 * @param words all that the receipt says
 * @param why the lines of the derivation
 * @param hashes fingerprints of the files
 */
record Receipt(
        String application, String code, LocalDate promised, String words, List<String> why, List<String> hashes) {

    private static final Pattern DAY = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static Receipt read(Page page) {
        var path = URI.create(page.url()).getPath().replaceFirst("/receipt$", "");
        var promised =
                page.locator(".govuk-summary-list__value > strong").first().innerText();
        return new Receipt(
                path,
                page.locator(".hd-receipt strong").innerText().strip(),
                day(promised),
                page.locator("main").innerText(),
                page.locator(".hd-why > li").allInnerTexts(),
                page.locator(".hd-file-list code.hd-hash").all().stream()
                        .map(Locator::innerText)
                        .toList());
    }

    /** The first day written in a text. */
    static LocalDate day(String text) {
        var matcher = DAY.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no day in: " + text);
        }
        return LocalDate.parse(matcher.group(), WRITTEN);
    }

    static String written(LocalDate day) {
        return WRITTEN.format(day);
    }
}
