package vn.haidang.identity.internal.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpUnitTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:10Z");

    /** The table of RFC 6238, appendix B, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void takesACodeOfTheStepBeforeAndAfterAndNoOther() {
        long present = Totp.step(NOW);

        for (long step = present - 3; step <= present + 3; step++) {
            var matched = Totp.match(SECRET, Totp.code(SECRET, step, Totp.DIGITS), NOW, 0);
            assertThat(matched.isPresent()).as("%s", step - present).isEqualTo(Math.abs(step - present) <= 1);
        }
    }

    @Test
    void takesACodeOnce() {
        long present = Totp.step(NOW);
        var code = Totp.code(SECRET, present, Totp.DIGITS);

        assertThat(Totp.match(SECRET, code, NOW, present - 1)).hasValue(present);
        assertThat(Totp.match(SECRET, code, NOW, present)).isEmpty();
        assertThat(Totp.match(SECRET, "", NOW, 0)).isEmpty();
    }

    /** The examples of RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsAsTheStandardShows(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
