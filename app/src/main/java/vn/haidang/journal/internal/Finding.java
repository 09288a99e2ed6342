package vn.haidang.journal.internal;

import java.util.UUID;

/** One place where the history is not what was sealed. */
sealed interface Finding {

    record EntryChanged(UUID entry, long seal, int position) implements Finding {}

    record EntryDeleted(UUID entry, long seal, int position) implements Finding {}

    /** It stands in no seal and no queue, so it did not come in by the door. */
    record EntryNeverQueued(UUID entry) implements Finding {}

    record QueuedEntryDeleted(UUID entry) implements Finding {}

    record LeafMissing(long seal, int position) implements Finding {}

    record RootDiffers(long seal) implements Finding {}

    record SealMissing(long first, long last) implements Finding {}

    record SealRewritten(long seal, String what) implements Finding {}

    record TailCut(long first, long last) implements Finding {}

    record FileLacks(long first, long last) implements Finding {}

    record FileUnreadable(long line) implements Finding {}

    default String describe() {
        return switch (this) {
            case EntryChanged f ->
                "changed: entry " + f.entry() + " (seal " + f.seal() + ", position " + f.position() + ")";
            case EntryDeleted f ->
                "deleted: entry " + f.entry() + " (seal " + f.seal() + ", position " + f.position() + ")";
            case EntryNeverQueued f -> "foreign: entry " + f.entry() + " is in no seal and not waiting for one";
            case QueuedEntryDeleted f -> "deleted: entry " + f.entry() + " was waiting for its seal";
            case LeafMissing f -> "leaf missing: seal " + f.seal() + ", position " + f.position();
            case RootDiffers f -> "leaves changed: seal " + f.seal() + " has another root";
            case SealMissing f -> "missing: " + seals(f.first(), f.last());
            case SealRewritten f -> "rewritten: seal " + f.seal() + " (" + f.what() + ")";
            case TailCut f -> "tail cut: " + seals(f.first(), f.last()) + " in the file and not in the table";
            case FileLacks f -> "file behind: " + seals(f.first(), f.last()) + " in the table and not in the file";
            case FileUnreadable f -> "file damaged: line " + f.line() + " is no seal";
        };
    }

    private static String seals(long first, long last) {
        return first == last ? "seal " + first : "seals " + first + " to " + last;
    }
}
