package vn.haidang.files;

import java.io.InputStream;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.files.internal.ContentInspection;
import vn.haidang.files.internal.ContentStore;
import vn.haidang.files.internal.FileRows;
import vn.haidang.files.internal.Incoming;
import vn.haidang.files.internal.PlainKind;
import vn.haidang.files.internal.Unheld;
import vn.haidang.journal.Actor;
import vn.haidang.ui.Problem;

/** Stores and opens files, streamed; whoever owns a reference to a file decides who may open it. */
@Component
public class Files {

    private static final int LONGEST_NAME = 200;

    private final ContentStore store;
    private final ContentInspection inspection;
    private final FileRows rows;
    private final Unheld unheld;
    private final Clock clock;

    Files(ContentStore store, ContentInspection inspection, FileRows rows, Unheld unheld, Clock clock) {
        this.store = store;
        this.inspection = inspection;
        this.rows = rows;
        this.unheld = unheld;
        this.clock = clock;
    }

    /**
     * Stores an upload whole or not at all, in the caller's transaction.
     *
     * @param largest in bytes
     * @param allowedTypes media types the caller takes, judged by the bytes
     * @throws vn.haidang.ui.ProblemException {@code files/too-large}, {@code files/type-not-allowed}, {@code files/empty},
     *     {@code files/archive-bomb}, {@code files/damaged}, {@code files/no-space}
     */
    @Transactional
    public StoredFile store(String name, InputStream bytes, long largest, Set<String> allowedTypes, Actor by) {
        Incoming incoming = store.receive(bytes, largest);
        String type;
        try {
            type = inspection.mediaType(incoming.path());
            if (!allowedTypes.contains(type)) {
                throw Problem.of("files/type-not-allowed", 415, PlainKind.of(type))
                        .exception();
            }
        } catch (RuntimeException refusal) {
            store.discard(incoming);
            throw refusal;
        }
        return named(incoming, type, plainName(name), by);
    }

    /** The name first: from then on nobody takes the bytes away that may lie there already. */
    private StoredFile named(Incoming incoming, String type, String name, Actor by) {
        try {
            StoredFile stored = rows.insert(FileId.next(clock), incoming, type, name, by.id(), clock.instant());
            store.keep(incoming);
            return stored;
        } catch (RuntimeException failure) {
            store.discard(incoming);
            throw failure;
        }
    }

    /** @throws vn.haidang.ui.ProblemException {@code files/no-such-file} */
    public StoredFile get(FileId id) {
        return rows.find(id)
                .orElseThrow(() -> Problem.of("files/no-such-file", 404).exception());
    }

    public List<StoredFile> all(Collection<FileId> ids) {
        return ids.isEmpty() ? List.of() : rows.all(ids);
    }

    /** The bytes, to be closed by the caller; reading to the end fails when the hash no longer holds. */
    public InputStream open(FileId id) {
        return store.open(get(id).sha256());
    }

    /**
     * Lets go of files in the caller's transaction: those to which no record of any module refers any more cannot be opened from its
     * end on and are in no later backup. Bytes that no other file names leave the disk a day later, or when a backup that began
     * before is finished; where they lay they are not overwritten.
     *
     * @param reason the basis, a code
     * @return how many of them went
     */
    @Transactional
    public int forget(Collection<FileId> ids, String reason, Actor by) {
        return unheld.forget(ids, reason, by);
    }

    /** A name without folders or control characters, as browsers on old systems still send them. */
    private static String plainName(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String last = composed.substring(Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\')) + 1);
        String plain = last.codePoints()
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.isEmpty() ? "file" : plain;
    }
}
