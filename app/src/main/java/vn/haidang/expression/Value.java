package vn.haidang.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;

/** A value that is known; each keeps the bounds its {@link ValueType} promises. */
public sealed interface Value {

    BigDecimal TOO_LARGE = BigDecimal.TEN.pow(30);
    int DIGITS = 20;
    int LONGEST = 10_000;

    /** Yes or no. */
    record Flag(boolean yes) implements Value {}

    /** A number; equal numbers are equal however they were written. */
    record Amount(BigDecimal number) implements Value {
        public Amount {
            long whole = (long) number.precision() - number.scale();
            if (number.precision() > 200
                    || whole > 31
                    || (whole > 0 && number.abs().compareTo(TOO_LARGE) >= 0)) {
                throw new ExpressionRefused(Fault.of("number-too-large"));
            }
            if (whole < -DIGITS) {
                number = BigDecimal.ZERO;
            } else if (number.scale() > DIGITS) {
                number = number.setScale(DIGITS, RoundingMode.HALF_EVEN);
            }
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            if (number.scale() < 0) {
                number = number.setScale(0);
            }
        }

        public static Amount of(long number) {
            return new Amount(BigDecimal.valueOf(number));
        }
    }

    /** Text, composed. */
    record Text(String text) implements Value {
        public Text {
            if (text.length() > LONGEST) {
                throw new ExpressionRefused(Fault.of("text-too-long", LONGEST));
            }
            text = Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }

    /** A day. */
    record Day(LocalDate day) implements Value {
        public Day {
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw new ExpressionRefused(Fault.of("no-such-day"));
            }
        }
    }

    default ValueType type() {
        return switch (this) {
            case Flag flag -> ValueType.FLAG;
            case Amount amount -> ValueType.NUMBER;
            case Text text -> ValueType.TEXT;
            case Day day -> ValueType.DAY;
        };
    }

    /** As an expression writes it, without the quotes of a text. */
    default String written() {
        return switch (this) {
            case Flag(boolean yes) -> String.valueOf(yes);
            case Amount(BigDecimal number) -> number.toPlainString();
            case Text(String text) -> text;
            case Day(LocalDate day) -> day.toString();
        };
    }
}
