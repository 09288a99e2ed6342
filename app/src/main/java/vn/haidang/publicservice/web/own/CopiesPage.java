package vn.haidang.publicservice.web.own;

import java.util.List;
import vn.haidang.publicservice.internal.own.DataCopies;

/** Copies of everything that one asked for. */
public record CopiesPage(boolean personal, List<DataCopies.Copy> copies) {

    /** A copy that is being made or was made. */
    public record One(DataCopies.Copy copy) {

        public boolean open() {
            return !copy.finished() && !copy.failed();
        }
    }
}
