package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.worktime.DeadlinesUnitTests.claim;
import static vn.haidang.worktime.DeadlinesUnitTests.pause;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

class DerivationUnitTests {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final WorkCalendar CALENDAR = ShippedCalendar.read();

    private final Deadlines deadlines = new Deadlines(CALENDAR);
    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Claim> everyKindOfClaim() {
        var stop = pause("2026-03-03T10:00", "2026-03-05T22:00");
        return Stream.of("90wm", "20wh", "3wd", "10d", "1m", "same-day@15:00")
                .flatMap(duration -> Stream.of(
                        claim("2026-03-02T22:00", duration),
                        claim("2026-01-31T09:00", duration),
                        claim("2026-08-28T15:30", duration),
                        claim("2026-12-31T15:30", duration),
                        claim("2027-12-31T15:30", duration),
                        claim("2026-03-02T22:00", duration, AfterSupplement.RESUME, stop),
                        claim("2026-03-02T22:00", duration, AfterSupplement.RESTART, stop),
                        claim("2026-03-02T15:30", duration, AfterSupplement.RESUME, pause("2026-03-02T15:50", null)),
                        claim("2026-01-08T09:00", duration, AfterSupplement.RESUME, pause("2026-07-01T10:00", null))));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfClaim")
    void survivesJsonUnchanged(Claim claim) {
        var deadline = deadlines.due(claim);

        var claimAgain = json.readValue(json.writeValueAsString(claim), Claim.class);
        var deadlineAgain = json.readValue(json.writeValueAsString(deadline), Deadline.class);

        assertThat(claimAgain).isEqualTo(claim);
        assertThat(deadlineAgain).isEqualTo(deadline);
        assertThat(deadlines.due(claimAgain)).isEqualTo(deadline);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfClaim")
    void hasAPlainSentenceForEveryLineInBothLanguages(Claim claim) {
        for (var locale : List.of(VIETNAMESE, Locale.ENGLISH)) {
            assertThat(sentences(deadlines.due(claim), locale))
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(sentence).endsWith(".").doesNotContain("{", "worktime."));
        }
    }

    @Test
    void tellsWhyADossierFiledAtNightIsDueTheNextDay() {
        var deadline = deadlines.due(claim("2026-01-08T22:00", "same-day@15:00"));

        assertThat(sentences(deadline, VIETNAMESE))
                .containsExactly(
                        "Nộp lúc 22:00 thứ Năm 08/01/2026, ngoài giờ làm việc: tính là nhận lúc 8:00 thứ Sáu 09/01/2026.",
                        "Thời hạn: trong ngày làm việc; nhận sau 15:00 thì tính sang ngày làm việc tiếp theo.",
                        "Nhận không muộn hơn 15:00: xong trong thứ Sáu 09/01/2026.",
                        "Hạn là hết giờ làm việc: 17:00 thứ Sáu 09/01/2026.");
    }

    @Test
    void tellsWhichDaysWereNotCounted() {
        var deadline = deadlines.due(claim("2026-02-12T09:00", "2wd"));

        assertThat(sentences(deadline, Locale.ENGLISH))
                .containsExactly(
                        "Filed at 9:00 Thursday 12/02/2026, in office hours: counts as received at that moment.",
                        "Time limit: 2 working days.",
                        "Thursday 12/02/2026 is not counted; counting starts the day after (Civil Code 2015, Article 147).",
                        "Saturday 14/02/2026 to Sunday 15/02/2026 are not counted: weekly rest days.",
                        "Monday 16/02/2026 is not counted: Lunar New Year’s Eve.",
                        "Tuesday 17/02/2026 is not counted: Lunar New Year: day 1.",
                        "Wednesday 18/02/2026 is not counted: Lunar New Year: day 2.",
                        "Thursday 19/02/2026 is not counted: Lunar New Year: day 3.",
                        "Friday 20/02/2026 is not counted: Lunar New Year: day 4.",
                        "Saturday 21/02/2026 to Sunday 22/02/2026 are not counted: weekly rest days.",
                        "Counted 2 working days: the last is Monday 23/02/2026.",
                        "Due by the end of Monday 23/02/2026 (Civil Code 2015, Article 148).");
        assertThat(deadline.derivation().lines().get(4).source()).contains("9441/TB-BNV");
    }

    @Test
    void tellsHowMuchWasUsedWhenTheClockStopped() {
        var deadline = deadlines.due(claim(
                "2026-03-02T09:00", "8wh", AfterSupplement.RESUME, pause("2026-03-02T11:20", "2026-03-04T22:00")));

        assertThat(sentences(deadline, VIETNAMESE))
                .containsSubsequence(
                        "Dừng tính thời hạn từ 11:20 thứ Hai 02/03/2026: bổ sung hồ sơ.",
                        "Đã dùng 2 giờ 20 phút làm việc, còn 5 giờ 40 phút.",
                        "Hết lý do dừng lúc 22:00 thứ Tư 04/03/2026, ngoài giờ làm việc: tính là 8:00 thứ Năm 05/03/2026.",
                        "Tiếp tục tính phần thời hạn còn lại.",
                        "Sau 5 giờ 40 phút làm việc: hạn là 14:40 thứ Năm 05/03/2026.");
    }

    private static List<String> sentences(Deadline deadline, Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/worktime");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return deadline.derivation().lines().stream()
                .map(line -> messages.getMessage(line.messageKey(), line.arguments(locale), locale))
                .toList();
    }
}
