package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.casework.spi.SetTimes;
import vn.haidang.ui.Screen;

/** A clock rule as people say it. */
public final class ClockRuleWords {

    private ClockRuleWords() {}

    /** What a rule says; of none, that it is not established. */
    public static String value(ClockRules.@Nullable Kept rule, String name, Screen screen) {
        if (rule == null) {
            return screen.say(
                    ClockRules.counts(name) ? "casework.clock-rules.unset.extensions" : "casework.clock-rules.unset");
        }
        SetTimes.Answer answer = rule.answer();
        if (answer != null) {
            return answer(answer, screen);
        }
        return rule.duration() == null
                ? screen.say("casework.clock-rules.times", Objects.requireNonNull(rule.times()))
                : DurationWords.of(rule.duration(), screen);
    }

    private static String answer(SetTimes.Answer answer, Screen screen) {
        String most = DurationWords.of(answer.most(), screen);
        boolean never = answer.extension().code().matches("0\\D+");
        return screen.say(
                never ? "casework.clock-rules.answer.never" : "casework.clock-rules.answer",
                DurationWords.of(answer.acknowledge(), screen),
                answer.least() == null
                        ? most
                        : screen.say("casework.clock-rules.span", DurationWords.of(answer.least(), screen), most),
                DurationWords.of(answer.extension(), screen));
    }

    public static String validity(ClockRules.Kept rule, Screen screen) {
        LocalDate end = rule.validTo();
        return end == null
                ? screen.say("casework.clock-rules.from", screen.shortDay(rule.validFrom()))
                : screen.say(
                        "casework.clock-rules.from-to",
                        screen.shortDay(rule.validFrom()),
                        screen.shortDay(end.minusDays(1)));
    }
}
