package vn.haidang.publicservice.internal.own;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Attempts;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;
import vn.haidang.organization.UnitId;

/** What every case about personal data needs when it opens: its code, its clock, and its title in the language of the desk. */
@Component
public class DataDesk {

    /** Each takes somebody's attention. */
    private static final Attempts.Limit ASKING = new Attempts.Limit("data-request", 20, Duration.ofHours(1));

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    /** Code and times of a case that opens now. */
    public record Opened(String code, DataTerms.Right right, DataTerms.Times times) {}

    private final DataTerms terms;
    private final DataCodes codes;
    private final MessageSource messages;
    private final Notifications notifications;
    private final Attempts attempts;
    private final Clock clock;

    DataDesk(
            DataTerms terms,
            DataCodes codes,
            MessageSource messages,
            Notifications notifications,
            Attempts attempts,
            Clock clock) {
        this.terms = terms;
        this.codes = codes;
        this.messages = messages;
        this.notifications = notifications;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Whether a rule on this right is established for that day. */
    public boolean knows(String right, Instant at) {
        return terms.right(right, LocalDate.ofInstant(at, clock.getZone())).isPresent();
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-right} */
    public Opened opening(String right, String prefix, UnitId unit, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, clock.getZone());
        DataTerms.Right found = terms.right(right, day).orElseThrow(DataProblems::noSuchRight);
        return new Opened(codes.next(prefix, day), found, terms.times(found, now, day, unit));
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/too-many-data-requests} */
    public void requireFew(AccountId account) {
        if (!attempts.take(ASKING, account.value().toString())) {
            throw DataProblems.tooMany(ASKING.attempts());
        }
    }

    /** Tells whoever asked what became of it. */
    void tell(AccountId account, String what, String code, UUID request) {
        notifications.send(new Message(
                account, "publicservice.notice.data-request." + what, List.of(code), "/my/data/requests/" + request));
    }

    /** A message with the words of another in it. */
    public String say(String key, String words) {
        String inner = messages.getMessage(words, null, words, VIETNAMESE);
        return messages.getMessage(key, new Object[] {inner}, VIETNAMESE);
    }
}
