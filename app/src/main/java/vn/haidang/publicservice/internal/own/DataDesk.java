package vn.haidang.publicservice.internal.own;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;

/** What every case about personal data needs when it opens: its code, its clock, and its title in the language of the desk. */
@Component
public class DataDesk {

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    /** Code and times of a case that opens now. */
    public record Opened(String code, DataTerms.Right right, DataTerms.Times times) {}

    private final DataTerms terms;
    private final DataCodes codes;
    private final MessageSource messages;
    private final Clock clock;

    DataDesk(DataTerms terms, DataCodes codes, MessageSource messages, Clock clock) {
        this.terms = terms;
        this.codes = codes;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-right} */
    public Opened opening(String right, String prefix, UnitId unit, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, clock.getZone());
        DataTerms.Right found = terms.right(right, day).orElseThrow(DataProblems::noSuchRight);
        return new Opened(codes.next(prefix, day), found, terms.times(found, now, day, unit));
    }

    /** A message with the words of another in it. */
    public String say(String key, String words) {
        String inner = messages.getMessage(words, null, words, VIETNAMESE);
        return messages.getMessage(key, new Object[] {inner}, VIETNAMESE);
    }
}
