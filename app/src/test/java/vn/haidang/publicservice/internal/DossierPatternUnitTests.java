package vn.haidang.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierPatternUnitTests {

    private static final Map<String, String> CODES = Map.of("qcvn102", "000.00.12.H62", "qd20", "H62.12");

    @ParameterizedTest
    @CsvSource({
        "{qcvn102}-{yymmdd}-{number:4}, 2020-11-05, 4, 000.00.12.H62-201105-0004",
        "{qd20}-{yymmdd}-{number:4}, 2025-07-01, 1, H62.12-250701-0001",
        "{qd20}-{yymmdd}-{number:6}, 2026-09-21, 896048, H62.12-260921-896048",
        "{qcvn102}-{yymmdd}-{number:4}, 2020-11-05, 9999, 000.00.12.H62-201105-9999",
        "{qcvn102}-{yymmdd}-{number:4}, 2020-11-05, 10000, 000.00.12.H62-201105-10000",
        "{qd20}/{yymmdd}.{number:1}, 2026-03-02, 12, H62.12/260302.12"
    })
    void writesTheCodesThatWereObserved(String pattern, LocalDate day, int number, String code) {
        assertThat(code(pattern, day, number)).isEqualTo(code);
    }

    @Test
    void givesEveryNumberOfADayItsOwnCode() {
        var codes = new HashSet<String>();
        for (int number = 1; number <= 120_000; number++) {
            codes.add(code("{qd20}-{yymmdd}-{number:4}", LocalDate.of(2026, 3, 2), number));
        }

        assertThat(codes).hasSize(120_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{qd20}-{yymmdd}",
                "{yymmdd}-{number:4}",
                "{qd20}-{number:4}",
                "{qd20}-{yymmdd}-{number:0}",
                "{bad}",
                "{qd20} {yymmdd} {number:4}",
                "",
                "{qd20}-{yymmdd}-{number}",
                "{qd20}{number:4}-{yymmdd}",
                "{qd20}{yymmdd}{number:4}",
                "{qd20}0{number:4}-{yymmdd}",
                "{yymmdd}-{number:4}{qcvn102}"
            })
    void takesNoPatternThatCouldGiveTwoDossiersOneCode(String pattern) {
        assertThat(DossierPattern.whole(pattern)).isFalse();
        assertThat(DossierPattern.whole(DossierPattern.PLAIN.pattern())).isTrue();
    }

    /** Beyond 9,999 a code that says number right after unit would be that of another unit. */
    @Test
    void givesNoTwoUnitsOneCodeHoweverManyDossiersADayHas() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        for (String pattern :
                List.of("{qd20}-{yymmdd}-{number:4}", "{qd20}/{number:1}.{yymmdd}", "{yymmdd}{number:1}-{qd20}")) {
            assertThat(DossierPattern.whole(pattern)).as(pattern).isTrue();
            var codes = new HashSet<String>();
            for (String unit : List.of("H24.1", "H24.12", "H24.122", "H24.1222")) {
                for (int number = 1; number <= 25_000; number++) {
                    codes.add(new DossierPattern(pattern).code(scheme -> unit, day, number));
                }
            }
            assertThat(codes).as(pattern).hasSize(100_000);
        }
    }

    private static String code(String pattern, LocalDate day, int number) {
        return new DossierPattern(pattern).code(scheme -> Objects.requireNonNull(CODES.get(scheme)), day, number);
    }
}
