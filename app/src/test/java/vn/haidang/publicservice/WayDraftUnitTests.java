package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haidang.publicservice.Service.FeeKind;

/** What may be typed as the time and the fee of one way in. */
class WayDraftUnitTests {

    @ParameterizedTest
    @CsvSource({
        "3, wd, 3wd",
        " 10 , d, 10d",
        "4, wh, 4wh",
        "90, wm, 90wm",
        "1, m, 1m",
        "15:00, same-day, same-day@15:00",
    })
    void aNumberWithItsUnitIsATime(String time, String unit, String code) {
        WayDraft way = time(time, unit);

        assertThat(way.durationCode()).isEqualTo(code);
        assertThat(way.timeWrong()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3, ''",
        "'', wd",
        "0, wd",
        "-1, wd",
        "1.5, wd",
        "ba, wd",
        "25:00, same-day",
        "3, same-day",
        "3wd, wd",
        "9999999, wd"
    })
    void anythingElseIsNoneAndWrong(String time, String unit) {
        assertThat(time(time, unit).durationCode()).isNull();
        assertThat(time(time, unit).timeWrong()).isTrue();
    }

    @Test
    void nothingIsTheTimeAndTheFeeOfTheService() {
        WayDraft way = time("", "");

        assertThat(way.timeWrong()).isFalse();
        assertThat(way.feeWrong()).isFalse();
        assertThat(way.way().duration()).isNull();
        assertThat(way.way().feeKind()).isNull();
        assertThat(time("3", "fortnight").unit()).isEmpty();
        assertThat(fee("gift", "").fee()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20000, 20000", "20.000, 20000", "'20,000', 20000", "1 200 000, 1200000"})
    void anAmountIsReadAsPeopleWriteIt(String typed, long vnd) {
        assertThat(fee("amount", typed).amountVnd()).isEqualTo(vnd);
        assertThat(fee("amount", typed).feeWrong()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "amount, ''",
        "amount, 0",
        "amount, '20,5'",
        "amount, -5",
        "amount, 99999999999",
        "free, 5",
        "'', 20000",
        "unestablished, x"
    })
    void anAmountThatIsNoneOrIsNotMeantIsWrong(String kind, String typed) {
        assertThat(fee(kind, typed).feeWrong()).isTrue();
    }

    @Test
    void freeIsNoughtAndNotEstablishedIsNothing() {
        assertThat(fee("free", "").way().feeVnd()).isZero();
        assertThat(fee("unestablished", "").way().feeVnd()).isNull();
        assertThat(fee("unestablished", "").way().feeKind()).isEqualTo(FeeKind.UNESTABLISHED);
        assertThat(fee("amount", "20.000").way().feeVnd()).isEqualTo(20_000);
    }

    private static WayDraft time(String time, String unit) {
        return new WayDraft("online", time, unit, "", "", "", "");
    }

    private static WayDraft fee(String kind, String amount) {
        return new WayDraft("online", "", "", kind, amount, "", "");
    }
}
