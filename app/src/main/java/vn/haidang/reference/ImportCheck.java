package vn.haidang.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.reference.IntakeReport.Counts;
import vn.haidang.reference.internal.intake.FolderFiles;
import vn.haidang.reference.internal.intake.ImportRows;
import vn.haidang.reference.internal.intake.Intakes;
import vn.haidang.reference.internal.intake.LeftKind;
import vn.haidang.reference.internal.intake.OneFile;

/**
 * Takes every file of a folder that some module knows how to take, each whole or not at all, with bounded memory. A file that was
 * taken before is passed over, so a second run changes nothing. How far a run is can be read meanwhile.
 */
@Component
public class ImportCheck {

    /** What became of a file. */
    public enum State {
        WAITING,
        RUNNING,
        TAKEN,
        /** These very bytes were taken before. */
        SAME,
        /** Nothing of it was taken. */
        REFUSED,
        /** No module takes such files; {@link ImportCheck#why} tells the reason where it is known. */
        UNKNOWN
    }

    /**
     * A file of a run.
     *
     * @param number counts the files of a run from 1
     * @param name with its folders below the one of the run
     * @param kind of the intake, or why none takes it; null where nobody knows such a file
     */
    public record FileLine(
            int number, String name, @Nullable String kind, State state, Counts counts, long millis) {}

    /** What a run tells, in order: each file when it is done, and before that its remarks. */
    public interface Listener {
        void remark(String file, IntakeReport.Remark remark);

        void progress(String file, long read);

        void done(FileLine line, int files);
    }

    private final FolderFiles folder;
    private final Intakes intakes;
    private final ImportRows rows;
    private final OneFile one;

    ImportCheck(FolderFiles folder, Intakes intakes, ImportRows rows, OneFile one) {
        this.folder = folder;
        this.intakes = intakes;
        this.rows = rows;
        this.one = one;
    }

    /**
     * Takes the files of a folder and of those in it.
     *
     * @param again reads also what was taken before; where nothing differs, nothing changes
     * @return every file in the order taken
     */
    public List<FileLine> run(Path path, boolean again, Actor by, Listener listener) throws IOException {
        var files = intakes.inOrder(folder.list(path));
        var run = rows.begin(files);
        try {
            for (int i = 0; i < files.size(); i++) {
                var line = one.take(run, i + 1, files.get(i), again, by, listener);
                listener.done(line, files.size());
            }
        } finally {
            rows.end(run);
        }
        return rows.files(run);
    }

    /** The files of the latest run, empty before the first. */
    public Optional<Run> latest() {
        return rows.latest();
    }

    /** The key of the message that says why a known kind of file is not taken; empty for any other. */
    public static Optional<String> why(FileLine line) {
        return line.state() == State.UNKNOWN
                ? Optional.ofNullable(line.kind()).flatMap(LeftKind::whyKey)
                : Optional.empty();
    }

    /** A run and its files. */
    public record Run(
            UUID id, java.time.Instant startedAt, java.time.@Nullable Instant endedAt, List<FileLine> files) {}

    /** Hears nothing. */
    public static Listener silent(Consumer<FileLine> done) {
        return new Listener() {
            @Override
            public void remark(String file, IntakeReport.Remark remark) {
                // kept in the run
            }

            @Override
            public void progress(String file, long read) {
                // kept in the run
            }

            @Override
            public void done(FileLine line, int files) {
                done.accept(line);
            }
        };
    }
}
