package vn.haidang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTests {

    @Test
    void percentilesAreTimesThatWereMeasured() {
        var first = new Latencies();
        var second = new Latencies();
        for (int i = 1; i <= 10_000; i++) {
            (i % 2 == 0 ? first : second).add(i * 1_000_000L);
        }

        var all = Latencies.merge(List.of(first, second));

        assertThat(all.count()).isEqualTo(10_000);
        assertThat(all.percentileMillis(0.50)).isEqualTo(5_000);
        assertThat(all.percentileMillis(0.95)).isEqualTo(9_500);
        assertThat(all.percentileMillis(0.99)).isEqualTo(9_900);
        assertThat(all.percentileMillis(1)).isEqualTo(10_000);
    }

    @Test
    void noRequestHasNoPercentile() {
        var latencies = new Latencies();
        latencies.add(1);
        latencies.clear();

        assertThatIllegalStateException().isThrownBy(() -> latencies.percentileMillis(0.5));
    }

    @Test
    void theMedianOfEachFigureStandsForItself() {
        var medians = Figures.medians(List.of(
                new Figures(50, 12, 32, 52, 25, 8, 500),
                new Figures(30, 20, 40, 50, 27, 6, 520),
                new Figures(40, 14, 90, 99, 26, 7, 510)));

        assertThat(medians).isEqualTo(new Figures(40, 14, 40, 52, 26, 7, 510));
        assertThat(medians.cpu()).isEqualTo(33);
        assertThat(Median.of(4, 1, 3, 2)).isEqualTo(2.5);
    }
}
