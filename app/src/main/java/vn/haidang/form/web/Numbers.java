package vn.haidang.form.web;

import java.math.BigDecimal;
import vn.haidang.form.AnswerFacts;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.internal.Binding;
import vn.haidang.ui.Screen;

/** Says numbers, amounts and days as people read them. */
final class Numbers {

    private static final int MOST_DIGITS = 4;

    private Numbers() {}

    static String words(Field field, String value, Screen screen) {
        var day = Binding.isoDate(value);
        if (day != null) {
            return screen.day(day);
        }
        BigDecimal number = AnswerFacts.number(value);
        if (number == null) {
            return value;
        }
        BigDecimal plain = number.stripTrailingZeros();
        String shown = screen.decimal(plain, Math.clamp(plain.scale(), 0, MOST_DIGITS));
        if (field.kind() == Kind.MONEY && plain.scale() <= 0) {
            return screen.money(number.longValue());
        }
        var suffix = field.suffix();
        return suffix == null ? shown : shown + " " + suffix.in(screen.english());
    }
}
