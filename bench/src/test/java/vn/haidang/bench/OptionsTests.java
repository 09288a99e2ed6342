package vn.haidang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTests {

    private static final Set<String> KNOWN = Set.of("cases", "url");

    @Test
    void readsNamesWithValuesAndLeavesTheCommandAsItIs() {
        var options = Options.parse(new String[] {"--cases", "50", "--", "run", "--cases", "7"}, KNOWN);

        assertThat(options.count("cases", 1500)).isEqualTo(50);
        assertThat(options.text("url", "none")).isEqualTo("none");
        assertThat(options.command()).containsExactly("run", "--cases", "7");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(new String[] {"--case", "50"}, KNOWN))
                .withMessageContaining("--case");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(new String[] {"--cases"}, KNOWN))
                .withMessageContaining("without a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Options.parse(new String[] {"--cases", "0"}, KNOWN).count("cases", 1));
    }
}
