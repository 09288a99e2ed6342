package vn.haidang.casework.web;

import vn.haidang.casework.internal.BulkRuns;

/** How far a run is, and what became of each item. */
public record RunPage(BulkRuns.Progress progress) {

    public int total() {
        return progress.lines().size();
    }
}
