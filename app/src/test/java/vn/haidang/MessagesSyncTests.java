package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Law 9 and 10: every word exists in Vietnamese and English, and none is written into templates or code. */
class MessagesSyncTests {

    private static final Pattern VIETNAMESE_LETTER =
            Pattern.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂĐÊÔƠƯ]");
    private static final String SIGN_OF_THE_DONG = "\"đ\"";
    private static final Pattern PROBLEM = Pattern.compile("Problem\\.of\\(\\s*\"([a-z]+/[a-z-]*[a-z])\"");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern TEMPLATE_COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);
    private static final Pattern WORDS_BETWEEN_TAGS =
            Pattern.compile(">\\s*([A-Z][a-z]+(?: [a-z]+)+)[^<@$]*<", Pattern.DOTALL);
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    @Test
    void everyModuleWithPagesOrProblemsHasItsMessages() {
        for (var module : Sources.modules()) {
            var hasPages = Files.isDirectory(Sources.MAIN.resolve(module).resolve("web"))
                    && Files.isDirectory(Sources.TEMPLATES.resolve(module));
            if (hasPages || !problemCodes(module).isEmpty()) {
                assertThat(Sources.MESSAGES.resolve(module + ".properties")).exists();
            }
        }
    }

    @Test
    void everyMessageExistsInBothLanguages() {
        for (var vietnamese : vietnameseFiles()) {
            var english = vietnamese.path().resolveSibling(vietnamese.name().replace(".properties", "_en.properties"));

            assertThat(english).exists();
            assertThat(keys(Sources.read(english)))
                    .as(english.getFileName().toString())
                    .isEqualTo(keys(vietnamese.text()));
        }
    }

    /** Of two lines with one key the reader of the file sees both and the reader of the page the last. */
    @Test
    void noKeyStandsTwice() throws IOException {
        var twice = new ArrayList<String>();
        try (var files = Files.list(Sources.MESSAGES)) {
            for (var file : files.sorted().toList()) {
                var seen = new TreeSet<String>();
                Sources.read(file)
                        .lines()
                        .filter(line -> line.matches("[a-z][^=]*=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(file.getFileName() + " " + key));
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyKeyBeginsWithItsModule() {
        for (var file : vietnameseFiles()) {
            var module = file.name().replace(".properties", "");
            assertThat(keys(file.text()))
                    .as(file.name())
                    .allMatch(key -> key.startsWith(module + ".") || key.startsWith("problem." + module + "."));
        }
    }

    @Test
    void everyMessageIsAValidPatternWithTheSamePlaceholdersInBothLanguages() {
        for (var vietnamese : vietnameseFiles()) {
            var english = load(Sources.read(
                    vietnamese.path().resolveSibling(vietnamese.name().replace(".properties", "_en.properties"))));
            load(vietnamese.text()).forEach((key, pattern) -> {
                assertThat(LONE_APOSTROPHE.matcher((String) pattern).find())
                        .as(key + ": write '' for an apostrophe")
                        .isFalse();
                var translated = english.getProperty((String) key, "");
                assertThat(LONE_APOSTROPHE.matcher(translated).find())
                        .as(key + " (en): write '' for an apostrophe")
                        .isFalse();
                assertThat(new MessageFormat(translated).getFormatsByArgumentIndex().length)
                        .as(key + ": values named")
                        .isEqualTo(new MessageFormat((String) pattern).getFormatsByArgumentIndex().length);
            });
        }
    }

    @Test
    void everyProblemHasATitleAndAnExplanation() {
        for (var module : Sources.modules()) {
            for (var code : problemCodes(module)) {
                var owner = code.substring(0, code.indexOf('/'));
                var key = "problem." + code.replace('/', '.');
                assertThat(keys(Sources.read(Sources.MESSAGES.resolve(owner + ".properties"))))
                        .as(module + " raises " + code)
                        .contains(key, key + ".detail");
            }
        }
    }

    @Test
    void noVietnameseIsWrittenIntoCode() {
        assertThat(Sources.below(Sources.MAIN, ".java").stream()
                        .filter(source -> !source.name().equals("Folding.java"))
                        .filter(source -> VIETNAMESE_LETTER
                                .matcher(COMMENT.matcher(source.text().replace(SIGN_OF_THE_DONG, ""))
                                        .replaceAll(""))
                                .find()))
                .isEmpty();
    }

    @Test
    void noWordIsWrittenIntoTemplates() {
        var written = new ArrayList<String>();
        for (var template : Sources.below(Sources.TEMPLATES, ".jte")) {
            var text = TEMPLATE_COMMENT.matcher(template.text()).replaceAll("");
            if (VIETNAMESE_LETTER.matcher(text).find()) {
                written.add(template + " has Vietnamese words");
            }
            var words = WORDS_BETWEEN_TAGS.matcher(text);
            while (words.find()) {
                written.add(template + ": " + words.group(1));
            }
        }
        assertThat(written).isEmpty();
    }

    private static List<Sources.Source> vietnameseFiles() {
        return Sources.below(Sources.MESSAGES, ".properties").stream()
                .filter(file -> !file.name().contains("_"))
                .toList();
    }

    private static TreeSet<String> problemCodes(String module) {
        var codes = new TreeSet<String>();
        for (var source : Sources.below(Sources.MAIN.resolve(module), ".java")) {
            var uses = PROBLEM.matcher(COMMENT.matcher(source.text()).replaceAll(""));
            while (uses.find()) {
                codes.add(uses.group(1));
            }
        }
        return codes;
    }

    private static TreeSet<String> keys(String text) {
        return new TreeSet<>(load(text).stringPropertyNames());
    }

    private static Properties load(String text) {
        var messages = new Properties();
        try {
            messages.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
