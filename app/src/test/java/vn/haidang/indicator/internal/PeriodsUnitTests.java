package vn.haidang.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haidang.indicator.DayRange;

class PeriodsUnitTests {

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01, 2025-12-31",
        "2024-H1, 2024-01-01, 2024-06-30",
        "2025-H2, 2025-07-01, 2025-12-31",
        "2025-Q2, 2025-04-01, 2025-06-30",
        "2025-9M, 2025-01-01, 2025-09-30",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025-07-01, 2025-07-01, 2025-07-01",
    })
    void readsAPeriodAsItsDays(String text, LocalDate first, LocalDate last) {
        assertThat(Periods.days(text)).contains(new DayRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "2025-H3", "2025-13", "2025-02-30", "2025-Q5", "nay"})
    void readsNothingElse(String text) {
        assertThat(Periods.days(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13-13.5", "1,5", "", "1e9", "12 %", "99999999999999999999"})
    void takesNoSpanForANumber(String text) {
        assertThat(Periods.decimal(text)).isEmpty();
    }
}
