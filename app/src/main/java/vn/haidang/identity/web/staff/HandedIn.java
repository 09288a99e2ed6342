package vn.haidang.identity.web.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;
import vn.haidang.reference.Sheet;

/** A table somebody handed in, with the name of its file. */
record HandedIn(String name, Sheet sheet) {

    static HandedIn read(MultipartFile file, List<String> columns, List<String> optional) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            return new HandedIn(
                    name, Sheet.read(name, file.getBytes(), List.of(new Sheet.Level("", columns, optional))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
