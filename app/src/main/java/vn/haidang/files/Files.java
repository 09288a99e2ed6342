package vn.haidang.files;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;

/** Stores and opens files, streamed; whoever owns a reference to a file decides who may open it. */
@Component
public class Files {

    /**
     * Stores an upload whole or not at all.
     *
     * @param allowedTypes media types the caller takes, judged by the bytes
     * @throws vn.haidang.ui.ProblemException {@code files/too-large}, {@code files/type-not-allowed}, {@code files/empty},
     *     {@code files/archive-bomb}, {@code files/no-space}
     */
    public StoredFile store(String name, InputStream bytes, long largest, Set<String> allowedTypes, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** @throws vn.haidang.ui.ProblemException {@code files/no-such-file} */
    public StoredFile get(FileId id) {
        throw new UnsupportedOperationException();
    }

    public List<StoredFile> all(Collection<FileId> ids) {
        throw new UnsupportedOperationException();
    }

    /** The bytes, to be closed by the caller; the hash is checked while they are read. */
    public InputStream open(FileId id) {
        throw new UnsupportedOperationException();
    }
}
