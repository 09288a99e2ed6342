package vn.haidang.publicservice.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import vn.haidang.form.Examples;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;

/** A page of a form as a browser sends it, with good answers but for one. */
final class SentPage {

    private static final List<String> ANYTHING = List.of(
            "",
            " ",
            "\u0000",
            "a\u0001b",
            "\uD800",
            "\u202e123",
            "<script>alert(1)</script>",
            "' or 1=1 --",
            "${7*7}",
            "../../etc/passwd",
            "%00",
            "-1",
            "99999999999999999999",
            "NaN",
            "yes no",
            "\r\n\r\n x \r\n",
            "e\u0301\u0323",
            "|",
            "//",
            "a".repeat(6000));

    private final Page page;
    private final Map<String, String> good;

    SentPage(Page page, Map<String, String> good) {
        this.page = page;
        this.good = good;
    }

    /** Everything right. */
    Map<String, String[]> clean() {
        Map<String, String[]> sent = new HashMap<>();
        page.fields().forEach(field -> sent.putAll(parts(field, good.getOrDefault(field.name(), ""))));
        return sent;
    }

    /** One field sent so. */
    Map<String, String[]> with(Field field, Map<String, String[]> spoilt) {
        Map<String, String[]> sent = clean();
        parts(field, "").keySet().forEach(sent::remove);
        sent.putAll(spoilt);
        return sent;
    }

    /** Ways to send a field that nobody would want: those its kind invites, and some of anything. */
    static List<Map<String, String[]>> spoilt(Field field, Random random) {
        Stream<String> anything = Stream.of(ANYTHING.get(random.nextInt(ANYTHING.size())), Examples.anyText(random));
        return Stream.concat(
                        Stream.concat(invited(field).stream(), anything).map(text -> parts(field, text)),
                        Stream.of(Map.of(field.name(), new String[] {"one", "two"}), Map.<String, String[]>of()))
                .toList();
    }

    private static List<String> invited(Field field) {
        String tooLong = "a".repeat(field.rules().maxLength() + 1);
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> List.of(tooLong, "12 !?");
            case NUMBER -> List.of("x", "1e9", "-1", "0.1234567");
            case MONEY -> List.of("-1", "0.5", "2.500.00");
            case DATE -> List.of("2026-02-31", "0001-01-01", "9999-12-31", "x-y-z");
            case CHOICE, SELECT, MULTIPLE -> List.of("unicorn", "yes");
            case YES_NO -> List.of("maybe", "true");
            case PERSONAL_NUMBER -> List.of("12345678901", "0123 4567 8901 2");
            case PHONE -> List.of("12", "+1 202 555 0100");
            case EMAIL -> List.of("a@b", "a b@c.vn");
            case UNIT -> List.of("nowhere", "0198f0a0-0000-7000-8000-000000000001");
            case ADDRESS -> List.of("nowhere|x", "|12 Le Loi", "0198f0a0-0000-7000-8000-000000000001|x");
            case DECLARATION -> List.of("no");
            case FILE, COMPUTED, GROUP -> List.of();
        };
    }

    /** An answer in the inputs its kind is drawn as. */
    private static Map<String, String[]> parts(Field field, String answer) {
        String name = field.name();
        if (field.kind() == Kind.DATE) {
            String[] date = answer.split("-", 3);
            return Map.of(
                    name + "-year", new String[] {date[0]},
                    name + "-month", new String[] {date.length > 1 ? date[1] : ""},
                    name + "-day", new String[] {date.length > 2 ? date[2] : ""});
        }
        if (field.kind() == Kind.ADDRESS) {
            String[] address = answer.split("\\|", 2);
            return Map.of(
                    name + "-unit", new String[] {address[0]},
                    name + "-street", new String[] {address.length > 1 ? address[1] : ""});
        }
        if (field.kind() == Kind.MULTIPLE) {
            return Map.of(name, answer.split(" "));
        }
        return field.kind().typed() ? Map.of(name, new String[] {answer}) : Map.of();
    }
}
