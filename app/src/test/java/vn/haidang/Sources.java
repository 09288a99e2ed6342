package vn.haidang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The files of this repository as the laws read them. */
final class Sources {

    static final Path APP = app();
    static final Path MAIN = APP.resolve("src/main/java/vn/haidang");
    static final Path TEST = APP.resolve("src/test/java/vn/haidang");
    static final Path TEMPLATES = APP.resolve("src/main/jte");
    static final Path MIGRATIONS = APP.resolve("src/main/resources/db/migration");
    static final Path MESSAGES = APP.resolve("src/main/resources/messages");

    private Sources() {}

    record Source(Path path, String text) {

        String name() {
            return path.getFileName().toString();
        }

        /** The first folder below {@code base}; empty for a file that lies in it directly. */
        String moduleBelow(Path base) {
            var relative = base.relativize(path);
            return relative.getNameCount() < 2 ? "" : relative.getName(0).toString();
        }

        @Override
        public String toString() {
            return APP.relativize(path).toString();
        }
    }

    static List<Source> below(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(path -> new Source(path, read(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The modules that exist: direct sub-packages. */
    static List<String> modules() {
        try (var paths = Files.list(MAIN)) {
            return paths.filter(path -> Files.exists(path.resolve("package-info.java")))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path app() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("app/pom.xml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the repository");
        }
        return folder.resolve("app");
    }
}
