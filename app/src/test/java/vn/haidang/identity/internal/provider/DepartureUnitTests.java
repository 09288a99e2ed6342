package vn.haidang.identity.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DepartureUnitTests {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final Departure departure = Departure.now(new SecureRandom(), NOW, "/my?a=b");

    @Test
    void survivesTheSessionAsText() {
        assertThat(Departure.of(departure.text())).contains(departure);
        assertThat(Departure.of("nonsense")).isEmpty();
        assertThat(Departure.of(null)).isEmpty();
    }

    @Test
    void isAnsweredByItsOwnStateAndNotForEver() {
        assertThat(departure.isAnsweredBy(departure.state(), NOW.plusSeconds(60)))
                .isTrue();
        assertThat(departure.isAnsweredBy(departure.nonce(), NOW.plusSeconds(60)))
                .isFalse();
        assertThat(departure.isAnsweredBy("", NOW)).isFalse();
        assertThat(departure.isAnsweredBy(departure.state(), NOW.plus(Duration.ofHours(1))))
                .isFalse();
    }

    /** The example of RFC 7636, appendix B. */
    @Test
    void provesItselfAsTheStandardShows() {
        var example = new Departure("s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", NOW, "");

        assertThat(example.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
