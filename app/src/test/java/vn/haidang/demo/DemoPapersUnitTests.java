package vn.haidang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What two threads upload. */
class DemoPapersUnitTests {

    private static final int ENOUGH = 24;

    @Test
    void noTwoPoolsShareAnyBytes() {
        assertThat(IntStream.range(0, ENOUGH)
                        .mapToObj(number ->
                                Arrays.toString(DemoPapers.of(0, number).bytes())))
                .doesNotContainAnyElementsOf(IntStream.range(0, ENOUGH)
                        .mapToObj(number ->
                                Arrays.toString(DemoPapers.of(1, number).bytes()))
                        .toList());
    }

    @Test
    void aPoolGivesTheSamePaperForTheSameNumber() {
        assertThat(DemoPapers.of(1, 7)).isSameAs(DemoPapers.of(1, 7));
        assertThat(DemoPapers.of(1, -5).name()).isEqualTo(DemoPapers.of(0, -5).name());
    }
}
