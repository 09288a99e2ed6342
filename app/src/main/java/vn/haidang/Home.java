package vn.haidang;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The folder of one installation ({@code HAIDANG_HOME}): data, logs and keys. Keys are readable by their owner alone
 * (mode 0600 in a folder of mode 0700) and are made once, on first use.
 */
public final class Home {

    private static final int SECRET_BYTES = 24;

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** Opens the folder, making it when it is missing. Refuses a place that cannot be written. */
    public static Home at(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            return new Home(absolute.toRealPath());
        } catch (IOException e) {
            throw new StartRefused("the folder HAIDANG_HOME=" + absolute + " cannot be made: " + e.getMessage(), e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** A sub-folder, made when it is missing. */
    public Path folder(String name) {
        var path = folder.resolve(name);
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new StartRefused("the folder " + path + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** The secret of this name, made at random on first use and the same ever after. */
    public String secret(String name) {
        var path = keys().resolve(name);
        try {
            if (!Files.exists(path)) {
                createPrivate(path, randomSecret());
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new StartRefused("the key " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path keys() {
        var keys = folder("keys");
        try {
            Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StartRefused("the folder " + keys + " cannot be closed to others: " + e.getMessage(), e);
        }
        return keys;
    }

    private static void createPrivate(Path path, String content) throws IOException {
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(path, content);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        }
    }

    private static String randomSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
