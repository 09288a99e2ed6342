package vn.haidang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Brings what a backup has beside the database into a home folder, and takes it away again when the restore fails. */
final class RestoredHome {

    private static final String FILES = "files/";
    private static final String KEYS = "keys/";

    private final Home home;
    private final Path files;
    private final List<Path> written = new ArrayList<>();

    /** @param files where the uploads of this installation lie */
    RestoredHome(Home home, Path files) {
        this.home = home;
        this.files = files;
    }

    /** Something of an installation that is there already, or an empty text. Passwords of the database are none. */
    String occupiedBy() throws IOException {
        for (var place : List.of(
                home.folder().resolve("journal/seals.log"), home.folder().resolve("keys/journal-sealing.pem"))) {
            if (Files.exists(place)) {
                return place.toString();
            }
        }
        if (Files.isDirectory(files)) {
            try (Stream<Path> paths = Files.walk(files)) {
                return paths.filter(Files::isRegularFile)
                        .findFirst()
                        .map(Path::toString)
                        .orElse("");
            }
        }
        return "";
    }

    void fill(BackupReading backup) throws IOException {
        for (var part : backup.manifest().parts()) {
            var place = place(part.entry());
            Files.createDirectories(place.getParent());
            written.add(place);
            try (var in = backup.open(part)) {
                Files.copy(in, place, StandardCopyOption.REPLACE_EXISTING);
            }
            if (part.entry().startsWith(KEYS)) {
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
            }
            try (var channel = java.nio.channels.FileChannel.open(place, java.nio.file.StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    void clear() throws IOException {
        for (var place : written) {
            Files.deleteIfExists(place);
        }
    }

    private Path place(String entry) {
        return entry.startsWith(FILES)
                ? files.resolve(entry.substring(FILES.length()))
                : home.folder().resolve(entry);
    }
}
