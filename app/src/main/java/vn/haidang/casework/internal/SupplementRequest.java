package vn.haidang.casework.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.spi.SupplementPapers;

/**
 * What an applicant is asked for.
 *
 * @param typed what the official wrote; null where they wrote nothing
 * @param told the same and the names of the papers, for whoever reads only words; null where there is neither
 * @param papers named one by one, in the order of the procedure
 */
record SupplementRequest(@Nullable String typed, @Nullable String told, List<SupplementPapers.Named> papers) {

    SupplementRequest {
        papers = List.copyOf(papers);
    }
}
