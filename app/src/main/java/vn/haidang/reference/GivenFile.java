package vn.haidang.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that was handed over; it may be large and is read from its beginning as often as needed. */
public interface GivenFile {

    /** Without folders. */
    String name();

    InputStream open() throws IOException;

    static GivenFile of(Path path) {
        return new GivenFile() {
            @Override
            public String name() {
                return String.valueOf(path.getFileName());
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }
        };
    }

    static GivenFile of(String name, byte[] bytes) {
        return new GivenFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new java.io.ByteArrayInputStream(bytes);
            }
        };
    }
}
