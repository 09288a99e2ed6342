package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Law 1: the modules keep to their doors and to the declared graph. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(HaidangApplication.class);

    @Test
    void noModuleReachesBehindTheDoorOfAnotherAndNoCycleExists() {
        MODULES.verify();
    }

    @Test
    void theGraphNamesEveryModuleThatExists() {
        assertThat(DeclaredGraph.read(Sources.modules()).modules())
                .containsExactlyInAnyOrderElementsOf(Sources.modules());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleDeclaresExactlyWhatTheGraphAllows(String module) throws ClassNotFoundException {
        var declaration =
                Class.forName("vn.haidang." + module + ".package-info").getAnnotation(ApplicationModule.class);
        var expected = new TreeSet<String>();
        for (var used :
                Objects.requireNonNull(DeclaredGraph.read(Sources.modules()).usedBy(module))) {
            expected.add(used);
            if (Files.isDirectory(Sources.MAIN.resolve(used).resolve("spi"))) {
                expected.add(used + " :: spi");
            }
        }

        assertThat(declaration).as("package-info of " + module).isNotNull();
        assertThat(new TreeSet<>(Arrays.asList(declaration.allowedDependencies())))
                .isEqualTo(expected);
    }

    static Iterable<String> modules() {
        return Sources.modules();
    }
}
