package vn.haidang.publicservice.internal.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However it is written, the parts together are what was written, in order, none larger than a megabyte. */
class ChunkedOutputUnitTests {

    @Property(tries = 40)
    void partsTogetherAreWhatWasWritten(@ForAll @IntRange(min = 0, max = 3_200_000) int length, @ForAll long seed) {
        byte[] written = new byte[length];
        Random random = new Random(seed);
        random.nextBytes(written);
        List<Integer> numbers = new ArrayList<>();
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        var output = new ChunkedOutput((number, content) -> {
            numbers.add(number);
            assertThat(content.length).isBetween(1, 1 << 20);
            together.writeBytes(content);
        });

        for (int at = 0; at < length; ) {
            int now = Math.min(length - at, 1 + random.nextInt(700_000));
            output.write(written, at, now);
            at += now;
        }
        output.close();

        assertThat(together.toByteArray()).isEqualTo(written);
        assertThat(output.bytes()).isEqualTo(length);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i);
        }
    }
}
