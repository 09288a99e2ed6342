package vn.haidang.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every module: each exists in both languages, belongs to its module, and names the same values. */
class MessagesUnitTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void existInBothLanguages(String module) {
        assertThat(english(module).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(vietnamese(module).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void belongToTheirModule(String module) {
        assertThat(vietnamese(module).stringPropertyNames())
                .allMatch(key -> key.startsWith(module + ".") || key.startsWith("problem." + module + "."));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nameTheSameValuesInBothLanguages(String module) {
        var english = english(module);
        vietnamese(module)
                .forEach((key, text) -> assertThat(values(english.getProperty((String) key)))
                        .as("values named by %s", key)
                        .isEqualTo(values((String) text)));
    }

    private static int values(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties vietnamese(String module) {
        return read(module + ".properties");
    }

    private static Properties english(String module) {
        return read(module + "_en.properties");
    }

    private static Properties read(String name) {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
