package vn.haidang.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * One version of a document's text as XHTML with merge fields such as {@code {{child.full-name}}}. A field without a value is an
 * error: a document with a hole in it must not be given out.
 */
public record DocumentTemplate(String code, int version, String markup) {

    private static final Pattern FIELD = Pattern.compile("\\{\\{([a-z0-9.-]{1,60})}}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    static DocumentTemplate load(String code, int version) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a template code: " + code);
        }
        ClassPathResource file = new ClassPathResource("reference-data/document/%s-v%d.html".formatted(code, version));
        try {
            return new DocumentTemplate(code, version, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException("no template " + code + " version " + version, missing);
        }
    }

    /** The names of its merge fields. */
    public Set<String> fields() {
        return FIELD.matcher(markup).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    public String merge(Map<String, String> values) {
        return FIELD.matcher(markup).replaceAll(found -> {
            String value = values.get(found.group(1));
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
