package vn.haidang.files.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.journal.Actor;

/** What a test stored, and whether it can still be read and still lies on the disk. */
final class KeptContent {

    private final Files files;
    private final ContentStore store;
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();

    KeptContent(ApplicationContext beans) {
        this.files = beans.getBean(Files.class);
        this.store = beans.getBean(ContentStore.class);
    }

    StoredFile stored(String text) {
        return keep(("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The same bytes once more, wherever they are by now. */
    StoredFile again(String sha256) {
        return keep(Objects.requireNonNull(bytes.get(sha256)));
    }

    boolean holds(String sha256) {
        return bytes.containsKey(sha256);
    }

    boolean opened(StoredFile file) {
        try (InputStream in = files.open(file.id())) {
            return in.readAllBytes().length == file.bytes();
        } catch (IOException | RuntimeException lost) {
            return false;
        }
    }

    boolean lies(StoredFile file) {
        return java.nio.file.Files.exists(store.place(file.sha256()));
    }

    private StoredFile keep(byte[] content) {
        StoredFile file = files.store(
                "x.pdf", new ByteArrayInputStream(content), 10_000, Set.of("application/pdf"), Actor.ANONYMOUS);
        bytes.put(file.sha256(), content);
        return file;
    }
}
