package vn.haidang.indicator.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Folds deltas into cells; any number of folders may work at once. It keeps reads short and changes no figure. */
@Component
class Folder {

    private static final int BATCH = 5_000;

    private final DeltaRows deltas;

    Folder(DeltaRows deltas) {
        this.deltas = deltas;
    }

    /** Folds what waits now, all of it in one statement unless it is much. Returns how many facts. */
    int run() {
        var waiting = deltas.waitingShards();
        if (waiting.isEmpty()) {
            return 0;
        }
        var folded = deltas.fold(waiting, BATCH);
        return folded < BATCH ? folded : folded + shardByShard();
    }

    /** Much is divided, so that several folders get on with it. */
    private int shardByShard() {
        var shards = new ArrayList<>(deltas.waitingShards());
        Collections.shuffle(shards);
        var folded = 0;
        for (int shard : shards) {
            var last = BATCH;
            while (last == BATCH) {
                last = deltas.fold(List.of(shard), BATCH);
                folded += last;
            }
        }
        return folded;
    }
}
