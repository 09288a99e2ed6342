package vn.haidang.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.haidang.ui.PageContext;

class WordingUnitTests {

    final Wording vietnamese = wording(LanguageChoice.VIETNAMESE);
    final Wording english = wording(LanguageChoice.ENGLISH);

    @Test
    void daysAreWrittenAsPeopleSayThem() {
        var day = LocalDate.of(2026, 11, 26);

        assertThat(vietnamese.day(day)).isEqualTo("thứ Năm, 26/11/2026");
        assertThat(english.day(day)).isEqualTo("Thursday, 26 November 2026");
        assertThat(vietnamese.day(LocalDate.of(2026, 11, 29))).startsWith("Chủ nhật");
    }

    @Test
    void momentsAreToldInVietnameseTime() {
        assertThat(vietnamese.moment(Instant.parse("2026-11-25T17:04:00Z"))).isEqualTo("00:04 thứ Năm, 26/11/2026");
    }

    @Test
    void numbersUseTheSeparatorsOfTheLanguage() {
        assertThat(vietnamese.decimal(new BigDecimal("1234.45"), 1)).isEqualTo("1.234,5");
        assertThat(english.decimal(new BigDecimal("1234.45"), 1)).isEqualTo("1,234.5");
        assertThat(vietnamese.number(-1_000_000)).isEqualTo("-1.000.000");
        assertThat(vietnamese.money(20_000)).isEqualTo("20.000\u00a0đ");
    }

    @Test
    void shareOfNothingIsNoNumber() {
        assertThat(vietnamese.percent(5, 6)).isEqualTo("83,3\u00a0%");
        assertThat(vietnamese.percent(0, 0)).isEqualTo("–");
    }

    @Test
    void sizesAreRoundedUpSoThatNoFileIsEmpty() {
        assertThat(vietnamese.bytes(999)).isEqualTo("999\u00a0B");
        assertThat(vietnamese.bytes(1_001)).isEqualTo("2\u00a0KB");
        assertThat(vietnamese.bytes(1_240_000)).isEqualTo("1,2\u00a0MB");
    }

    @Test
    void unknownKeysAreShownSoThatTestsFindThem() {
        assertThat(vietnamese.say("ui.no.such.key")).isEqualTo("??ui.no.such.key??");
    }

    private static Wording wording(Locale locale) {
        return new Wording(PageContext.words(), locale, Optional::empty);
    }
}
