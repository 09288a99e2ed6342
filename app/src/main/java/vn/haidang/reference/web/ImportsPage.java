package vn.haidang.reference.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.reference.ImportCheck.FileLine;
import vn.haidang.reference.ImportCheck.Run;
import vn.haidang.reference.ImportCheck.State;

/**
 * The latest run over a folder of published files.
 *
 * @param run null before the first
 */
public record ImportsPage(@Nullable Run run) {

    public List<FileLine> files() {
        return run == null ? List.of() : run.files();
    }

    public boolean running() {
        return run != null && run.endedAt() == null;
    }

    /** How many files are done. */
    public long done() {
        return files().stream()
                .filter(file -> file.state() != State.WAITING && file.state() != State.RUNNING)
                .count();
    }

    /** Of the tag that tells a state. */
    public String colour(FileLine file) {
        return switch (file.state()) {
            case WAITING, UNKNOWN -> "grey";
            case RUNNING -> "blue";
            case TAKEN, SAME -> file.counts().leftOut() + file.counts().doubtful() > 0 ? "amber" : "green";
            case REFUSED -> "red";
        };
    }

    /** The key of the message that names what a file is. */
    public static String kindKey(FileLine file) {
        var kind = file.kind();
        if (kind == null) {
            return "reference.imports.no-kind";
        }
        var slash = kind.indexOf('/');
        return kind.substring(0, slash) + ".intake.kind." + kind.substring(slash + 1);
    }
}
