package vn.haidang.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk when a file is kept. */
class ContentStoreUnitTests {

    @TempDir
    Path home;

    @Test
    void forcesTheFolderAndThoseAboveItBeforeAFileIsKept() {
        List<Path> forced = new ArrayList<>();
        ContentStore store = store(forced);

        Path place = kept(store, "one");

        Path root = home.resolve(ContentStore.ROOT);
        Path inRoot = root.relativize(place);
        assertThat(forced)
                .containsExactly(root.resolve(inRoot.subpath(0, 2)), root.resolve(inRoot.subpath(0, 1)), root);
    }

    @Test
    void forcesTheFolderOfBytesThatSomebodyElseJustBroughtToo() {
        kept(store(new ArrayList<>()), "the same");
        List<Path> forced = new ArrayList<>();
        ContentStore store = store(forced);

        Path place = kept(store, "the same");
        int first = forced.size();
        kept(store, "the same");

        assertThat(forced.subList(0, first)).hasSize(3);
        assertThat(forced.subList(first, forced.size())).containsExactly(forced.getFirst());
        assertThat(place).startsWith(forced.getFirst());
    }

    private static Path kept(ContentStore store, String text) {
        var incoming = store.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000);
        store.keep(incoming);
        return store.place(incoming.sha256());
    }

    private ContentStore store(List<Path> forced) {
        return new ContentStore(home, "", 0) {
            @Override
            void force(Path folder) throws IOException {
                forced.add(folder);
                super.force(folder);
            }
        };
    }
}
