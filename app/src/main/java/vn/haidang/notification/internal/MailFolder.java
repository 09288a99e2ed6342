package vn.haidang.notification.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where e-mails are put as files until a mail server is configured: {@code mail/<delivery>.eml} under {@code HAIDANG_HOME}. */
@Component
class MailFolder {

    private final Path folder;
    private final Clock clock;

    MailFolder(@Value("${haidang.home:var}") Path home, Clock clock) {
        this.folder = home.resolve("mail");
        this.clock = clock;
    }

    /** A second time with the same delivery writes the same file: whoever was interrupted can begin again. */
    void put(Letter letter) throws IOException {
        Files.createDirectories(folder);
        Path whole = folder.resolve(letter.id() + ".eml");
        Path part = folder.resolve(letter.id() + ".part");
        Files.write(part, letter.bytes(clock.getZone()));
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
