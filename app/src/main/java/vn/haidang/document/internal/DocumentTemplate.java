package vn.haidang.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * One version of a document's text as XHTML with merge fields such as {@code {{child.full-name}}}. What stands between
 * {@code {{each papers}}} and {@code {{end}}} is written once for each line: {@code papers} says how many there are, and a field
 * {@code paper.name} there is {@code papers.1.paper.name}, then {@code papers.2.paper.name}, or the same for all lines. A field without a
 * value is an error: a document with a hole in it must not be given out.
 */
public record DocumentTemplate(String code, int version, String markup) {

    private static final Pattern FIELD = Pattern.compile("\\{\\{([a-z0-9.-]{1,60})}}");
    private static final Pattern EACH = Pattern.compile("\\{\\{each ([a-z0-9-]{1,40})}}");
    private static final String END = "{{end}}";
    private static final Pattern STYLE = Pattern.compile("/\\* ([a-z]+-v[0-9]+\\.css) \\*/\n");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    /** A stretch of the markup; in no group where that is empty. */
    private record Part(String group, String text) {}

    /** As shipped; a style that several share stands in a file of its own, under the version it had then. */
    static DocumentTemplate load(String code, int version) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a template code: " + code);
        }
        String markup = read("%s-v%d.html".formatted(code, version));
        return new DocumentTemplate(
                code,
                version,
                STYLE.matcher(markup).replaceAll(named -> Matcher.quoteReplacement(read(named.group(1)))));
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("reference-data/document/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("no shipped " + name, missing);
        }
    }

    /** @throws IllegalArgumentException where a value is missing or a group has no end */
    public String merge(Map<String, String> values) {
        StringBuilder merged = new StringBuilder(markup.length() + markup.length() / 2);
        for (Part part : parts()) {
            if (part.group().isEmpty()) {
                merged.append(filled(part.text(), "", values));
            } else {
                int lines = lines(part.group(), values);
                for (int line = 1; line <= lines; line++) {
                    merged.append(filled(part.text(), part.group() + "." + line + ".", values));
                }
            }
        }
        return merged.toString();
    }

    /**
     * The names the markup asks for, in its order; those inside a group after the name of the group and a slash.
     *
     * @throws IllegalArgumentException where a group has no end or lies in another
     */
    public Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        for (Part part : parts()) {
            String group = part.group().isEmpty() ? "" : part.group() + "/";
            if (!group.isEmpty()) {
                names.add(group);
            }
            FIELD.matcher(part.text()).results().forEach(found -> names.add(group + found.group(1)));
        }
        return names;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Matcher each = EACH.matcher(markup);
        int from = 0;
        while (each.find(from)) {
            int end = markup.indexOf(END, each.end());
            if (end < 0) {
                throw new IllegalArgumentException(code + ": the group " + each.group(1) + " has no end");
            }
            parts.add(plain("", markup.substring(from, each.start())));
            parts.add(plain(each.group(1), markup.substring(each.end(), end)));
            from = end + END.length();
        }
        parts.add(plain("", markup.substring(from)));
        return parts;
    }

    private Part plain(String group, String text) {
        if (text.contains(END) || EACH.matcher(text).find()) {
            throw new IllegalArgumentException(code + ": a group lies in another or ends twice");
        }
        return new Part(group, text);
    }

    private int lines(String group, Map<String, String> values) {
        String lines = values.get(group);
        if (lines == null || !lines.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(code + " needs the number of lines of " + group);
        }
        return Integer.parseInt(lines);
    }

    private String filled(String text, String line, Map<String, String> values) {
        return FIELD.matcher(text).replaceAll(found -> {
            String value = values.get(line + found.group(1));
            if (value == null) {
                value = values.get(found.group(1));
            }
            if (value == null) {
                throw new IllegalArgumentException(code + " needs a value for " + found.group(1));
            }
            return Matcher.quoteReplacement(HtmlUtils.htmlEscapeDecimal(printable(value), "UTF-8"));
        });
    }

    /** Characters that XML cannot hold would stop the whole document. */
    private static String printable(String value) {
        return value.codePoints()
                .filter(point -> point == '\n' || !Character.isISOControl(point))
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .filter(point -> point != 0xFFFE && point != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
