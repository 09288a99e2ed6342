package vn.haidang.bench.kill;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request that changes something, and how its client left it. Only its client's thread writes it while there is load. */
final class Ask {

    enum Kind {
        OPEN,
        COMPLETE,
        UPLOAD,
        SUBMIT
    }

    enum Fate {
        /** Sent, and nothing definite heard. */
        UNKNOWN,
        ACKNOWLEDGED,
        REFUSED
    }

    final Kind kind;
    final UUID key;

    /** What it can be found by: a case's mark, a work item, a file's name, a draft. */
    final String mark;

    /** The case or the draft it belongs to; empty for an opening. */
    final String about;

    /** Of what was uploaded, 64 hexadecimal digits; else empty. */
    final String sha256;

    volatile Fate fate = Fate.UNKNOWN;
    volatile int sent;

    /** The id that was answered. */
    volatile @Nullable String told;

    Ask(Kind kind, UUID key, String mark, String about, String sha256) {
        this.kind = kind;
        this.key = key;
        this.mark = mark;
        this.about = about;
        this.sha256 = sha256;
    }

    Ask(Kind kind, UUID key, String mark, String about) {
        this(kind, key, mark, about, "");
    }

    boolean is(Kind wanted, Fate left) {
        return kind == wanted && fate == left;
    }

    @Override
    public String toString() {
        return "%s %s (key %s, %s, sent %d times, told %s)".formatted(kind, mark, key, fate, sent, told);
    }
}
