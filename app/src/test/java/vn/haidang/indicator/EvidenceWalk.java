package vn.haidang.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All records behind a number, from page to page: on the way back the same ones stand in the same order. */
public final class EvidenceWalk {

    private EvidenceWalk() {}

    public static List<Evidence.Row> all(int size, Function<EvidencePage, Evidence> pages) {
        var first = EvidencePage.first(size);
        var evidence = pages.apply(first);
        assertThat(evidence.newer()).isNull();
        var forwards = new ArrayList<>(evidence.rows());
        var steps = 0;
        for (var place = evidence.older(); place != null; place = evidence.older()) {
            evidence = pages.apply(first.after(place));
            assertThat(evidence.newer()).isNotNull();
            assertThat(evidence.rows()).isNotEmpty().hasSizeLessThanOrEqualTo(size);
            forwards.addAll(evidence.rows());
            steps++;
        }
        var backwards = new ArrayList<>(evidence.rows());
        for (var place = evidence.newer(); place != null; place = evidence.newer()) {
            evidence = pages.apply(first.before(place));
            assertThat(evidence.older()).isNotNull();
            backwards.addAll(0, evidence.rows());
            steps--;
        }
        assertThat(steps).isZero();
        assertThat(backwards).isEqualTo(forwards);
        return forwards;
    }
}
