package vn.haidang.reference.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.haidang.reference.GivenFile;
import vn.haidang.ui.Problem;

/** The tables and maps in a folder and in those below it, by name; hidden files and links to elsewhere are passed over. */
@Component
public class FolderFiles {

    private static final int DEEPEST = 8;
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt", ".json", ".geojson");

    FolderFiles() {}

    /** @throws vn.haidang.ui.ProblemException {@code reference/no-folder} */
    public List<GivenFile> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw Problem.of("reference/no-folder", 422).exception();
        }
        try (var paths = Files.walk(folder, DEEPEST)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> wanted(String.valueOf(path.getFileName())))
                    .sorted()
                    .<GivenFile>map(path -> new Inside(name(folder, path), path))
                    .toList();
        }
    }

    private static boolean wanted(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".") && ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private record Inside(String name, Path path) implements GivenFile {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
