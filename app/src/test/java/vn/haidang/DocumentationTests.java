package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Law 1: every module has its generated page, written to {@code target/spring-modulith-docs}. */
class DocumentationTests {

    private static final Path FOLDER = Path.of("target", "spring-modulith-docs");

    @Test
    void everyModuleHasACanvasAndADiagram() {
        new Documenter(ApplicationModules.of(HaidangApplication.class)).writeDocumentation();

        assertThat(FOLDER.resolve("components.puml")).isNotEmptyFile();
        for (var module : Sources.modules()) {
            assertThat(FOLDER.resolve("module-" + module + ".adoc")).isNotEmptyFile();
        }
    }

    @Test
    void everyModuleSaysWhatItIsForAndWhichSchemaItOwns() {
        for (var module : Sources.modules()) {
            var words = Sources.read(Sources.MAIN.resolve(module).resolve("package-info.java"));
            assertThat(words).as(module).contains("/**");
            if (!Sources.below(Sources.MIGRATIONS.resolve(module), ".sql").isEmpty()) {
                assertThat(words).as(module).contains("schema {@code " + module + "}");
            }
        }
    }
}
