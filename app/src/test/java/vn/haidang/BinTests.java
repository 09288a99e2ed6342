package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of bin/ on a machine that lacks something: one line says what to install. */
class BinTests {

    private static final Path BIN = Path.of("..", "bin");
    private static final List<String> TOOLS = List.of(
            "bash",
            "basename",
            "cat",
            "cut",
            "date",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mkdir",
            "readlink",
            "realpath",
            "rm",
            "sed",
            "sha256sum",
            "sort");

    private record Ended(int code, String out, String err) {}

    @TempDir
    Path folder;

    private Path tools = Path.of("");
    private Path project = Path.of("");

    @BeforeEach
    void aCopyThatWasNeverBuilt() throws IOException {
        tools = Files.createDirectories(folder.resolve("tools"));
        project = Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(project.resolve("app/src"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve(".npmrc"), "");
        for (var tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), onPath(tool));
        }
        try (var files = Files.walk(BIN)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = project.resolve("bin").resolve(BIN.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void everyVerbSaysWhatItDoes() throws Exception {
        var help = run("bin/help");

        assertThat(help.code()).as(help.err()).isZero();
        try (var verbs = Files.list(BIN)) {
            for (var verb : verbs.filter(Files::isRegularFile).toList()) {
                assertThat(help.out()).containsPattern("bin/" + verb.getFileName() + " +[A-Z]");
            }
        }
    }

    @Test
    void namesTheMissingJdk() throws Exception {
        oldJdk();

        for (var verb : List.of("bin/run", "bin/test", "bin/verify-journal", "bin/fmt")) {
            oneLine(run(verb), verb + ": no JDK 25 found: install one");
        }
    }

    @Test
    void namesTheMissingMaven() throws Exception {
        for (var verb : List.of("bin/run", "bin/test")) {
            oneLine(run(verb), verb + ": no Maven found: install Maven 3.8 or newer");
        }
    }

    @Test
    void namesTheMissingOrOldNode() throws Exception {
        tool("mvn", "exit 9");
        oneLine(run("bin/run"), "bin/run: no Node.js with npm found: install Node 20 or newer");

        tool("npm", "exit 0");
        tool("node", "if [ \"$1\" = -p ]; then echo 18; else echo v18.20.0; fi");
        oneLine(run("bin/run"), "bin/run: Node v18.20.0 is too old: install Node 20 or newer");
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        tool("mvn", "echo 'the reason it failed'; exit 9");
        tool("npm", "exit 0");
        tool("node", "echo 22");

        var ended = run("bin/run");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("the reason it failed").contains("bin/run: the build failed");
    }

    @Test
    void refusesWordsItDoesNotKnow() throws Exception {
        assertThat(run("bin/run", "now").code()).isEqualTo(2);
        assertThat(run("bin/test", "--slow").code()).isEqualTo(2);
        assertThat(run("bin/first-official").code()).isEqualTo(2);
        assertThat(run("bin/readmit", "quan-tri").code()).isEqualTo(2);
    }

    private static void oneLine(Ended ended, String words) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith(words);
        assertThat(ended.err().lines()).hasSize(1);
    }

    /** Whatever JDK this machine has is taken for an old one. */
    private void oldJdk() throws IOException {
        var library = project.resolve("bin/lib/environment.sh");
        Files.writeString(
                library,
                Files.readString(library).replaceFirst("java_release\\(\\) \\{.*", "java_release() { echo 21; }"));
    }

    private void tool(String name, String script) throws IOException {
        var file = Files.writeString(tools.resolve(name), "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(String verb, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(project.resolve(verb).toString());
        command.addAll(List.of(words));
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HAIDANG_"));
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Path onPath(String tool) {
        @Nullable String path = System.getenv("PATH");
        for (var place : (path == null ? "/usr/bin:/bin" : path).split(":", -1)) {
            var file = Path.of(place, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException(tool + " is missing");
    }
}
