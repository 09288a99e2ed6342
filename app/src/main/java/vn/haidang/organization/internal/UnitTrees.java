package vn.haidang.organization.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tree in memory, as a copy that may be lost at any time: read again when units changed or another day began, which is asked
 * at most every few seconds.
 */
@Component
public class UnitTrees {

    private static final long ASK_AGAIN = Duration.ofSeconds(3).toNanos();

    private record Cached(String revision, long askedAt, UnitTree tree, UnitIndex index) {}

    @Language("SQL")
    private static final String REVISION = "select p.day || ' ' || p.revision from organization.present p";

    private final JdbcClient jdbc;
    private final UnitTreeRows rows;
    private final AtomicReference<@Nullable Cached> cached = new AtomicReference<>();

    UnitTrees(JdbcClient jdbc, UnitTreeRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public UnitTree current() {
        return held().tree();
    }

    public UnitIndex index() {
        return held().index();
    }

    /** As this transaction sees it, read now and kept nowhere. */
    public UnitTree fresh() {
        return new UnitTree(rows.read());
    }

    /** Reads again at the next question; for whoever has just changed units. */
    public void forget() {
        cached.set(null);
    }

    private Cached held() {
        var now = System.nanoTime();
        var held = cached.get();
        if (held != null && now - held.askedAt() < ASK_AGAIN) {
            return held;
        }
        var revision = jdbc.sql(REVISION).query(String.class).single();
        var fresh = held != null && held.revision().equals(revision)
                ? new Cached(revision, now, held.tree(), held.index())
                : read(revision, now);
        cached.set(fresh);
        return fresh;
    }

    private Cached read(String revision, long now) {
        var read = rows.read();
        var tree = new UnitTree(read);
        return new Cached(revision, now, tree, new UnitIndex(tree, read.codes(), rows.kindWords()));
    }
}
