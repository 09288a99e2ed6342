package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.spi.SetTimes;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.Problem;
import vn.haidang.worktime.LegalDuration;

/**
 * Where administrators set a clock rule from a day on. Only days to come: what the clock did on a day is looked at again with the rule
 * of that day. What would change is shown first, and kept only while that is still so.
 */
@Component
public class ClockRuleDesk {

    private final ClockTimes times;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ClockRuleDesk(ClockTimes times, JdbcClient jdbc, Journal journal, Clock clock) {
        this.times = times;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A value from a day on.
     *
     * @param answer of a rule that answers, else null
     * @param article of the document, empty where it has none
     * @param reason why it is changed
     */
    public record Declared(
            String rule,
            LocalDate from,
            @Nullable LegalDuration duration,
            @Nullable Integer times,
            SetTimes.@Nullable Answer answer,
            String notice,
            String document,
            String article,
            String confidence,
            String reason) {

        String source() {
            return article.isEmpty() ? document : article + ", " + document;
        }

        boolean isKeptAs(ClockRules.Kept kept) {
            return until(kept.validTo()).equals(kept);
        }

        ClockRules.Kept until(@Nullable LocalDate end) {
            return new ClockRules.Kept(rule, duration, times, answer, notice, from, end, source(), confidence, reason);
        }
    }

    /**
     * What a value would change.
     *
     * @param before what holds on its first day so far, null for nothing
     * @param displaced rows of the table that would begin later, and then hold no more
     * @param token stands for what was shown; keeping it asks for it again
     */
    public record Proposal(
            ClockRules.@Nullable Kept before, ClockRules.Kept after, List<ClockRules.Kept> displaced, String token) {}

    /**
     * What is set for a rule, by time.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-clock-rule}
     */
    public List<ClockRules.Kept> set(String rule) {
        if (!times.names().contains(rule)) {
            throw Problem.of("casework/no-such-clock-rule", 404, rule).exception();
        }
        return times.of(rule);
    }

    /** Stands for what is set for a rule. */
    public static String token(List<ClockRules.Kept> set) {
        return UuidCreator.getNameBasedSha1(set.toString()).toString();
    }

    /** The first day from which a rule may be set: all before it are, or are being, lived through. */
    public LocalDate earliest() {
        return LocalDate.now(clock).plusDays(1);
    }

    /** Why a value cannot be set from a day: {@code casework/clock-rule-day-past}, {@code casework/clock-rule-day-taken}. */
    public Optional<Problem> refusal(String rule, LocalDate from) {
        if (from.isBefore(earliest())) {
            return Optional.of(Problem.of("casework/clock-rule-day-past", 422, plain(from), plain(earliest())));
        }
        return stands(rule, from)
                ? Optional.of(Problem.of("casework/clock-rule-day-taken", 409, plain(from)))
                : Optional.empty();
    }

    public Proposal propose(Declared declared) {
        List<ClockRules.Kept> set = set(declared.rule());
        LocalDate until = set.stream()
                .filter(kept -> kept.reason() != null)
                .map(ClockRules.Kept::validFrom)
                .filter(begin -> begin.isAfter(declared.from()))
                .findFirst()
                .orElse(null);
        return new Proposal(
                set.stream()
                        .filter(kept -> kept.holdsOn(declared.from()))
                        .findFirst()
                        .orElse(null),
                declared.until(until),
                set.stream()
                        .filter(kept ->
                                kept.reason() == null && kept.validFrom().isAfter(declared.from()))
                        .toList(),
                token(set));
    }

    /**
     * Keeps a value that was shown; empty when it is kept, or is so already. Otherwise something changed meanwhile: nothing is kept, and
     * the answer is to be shown again.
     *
     * @throws vn.haidang.ui.ProblemException as {@link #refusal}
     */
    @Transactional
    public Optional<Proposal> save(Declared declared, String token, Reader by) {
        alone();
        if (set(declared.rule()).stream().anyMatch(declared::isKeptAs)) {
            return Optional.empty();
        }
        refusal(declared.rule(), declared.from()).ifPresent(problem -> {
            throw problem.exception();
        });
        Proposal proposal = propose(declared);
        if (!proposal.token().equals(token)) {
            return Optional.of(proposal);
        }
        add(declared, by);
        journal.act(Act.of("casework/clock-rule-declared", by.actor())
                .on(subject(declared.rule()))
                .changed("rule", proposal.before(), proposal.after()));
        return Optional.empty();
    }

    /**
     * A value that may be taken back.
     *
     * @param before what holds until its first day, null for nothing
     * @param token stands for what was shown; taking it back asks for it again
     */
    public record Waiting(ClockRules.Kept kept, ClockRules.@Nullable Kept before, String token) {}

    /** Whether administrators set a value from a day, and did not take it back. */
    public boolean stands(String rule, LocalDate from) {
        return set(rule).stream()
                .anyMatch(one -> one.reason() != null && one.validFrom().equals(from));
    }

    /**
     * The value that administrators set from a day.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-clock-rule}, {@code casework/clock-rule-begun}
     */
    public Waiting waiting(String rule, LocalDate from) {
        List<ClockRules.Kept> set = set(rule);
        ClockRules.Kept kept = set.stream()
                .filter(one -> one.reason() != null && one.validFrom().equals(from))
                .findFirst()
                .orElseThrow(() -> Problem.of("casework/no-such-clock-rule", 404, rule + " " + plain(from))
                        .exception());
        if (from.isBefore(earliest())) {
            throw Problem.of("casework/clock-rule-begun", 409, plain(from)).exception();
        }
        return new Waiting(
                kept,
                set.stream()
                        .filter(one -> one.holdsOn(from.minusDays(1)))
                        .findFirst()
                        .orElse(null),
                token(set));
    }

    /**
     * Takes back a value before its first day; empty when it is. Otherwise something changed meanwhile: nothing is taken back, and the
     * answer is to be shown again.
     *
     * @throws vn.haidang.ui.ProblemException as {@link #waiting}
     */
    @Transactional
    public Optional<Waiting> withdraw(String rule, LocalDate from, String why, String token, Reader by) {
        alone();
        Waiting waiting = waiting(rule, from);
        if (!waiting.token().equals(token)) {
            return Optional.of(waiting);
        }
        jdbc.sql("""
                        update casework.declared_clock_rule
                        set withdrawn_at = :now, withdrawn_by = :by, withdrawn_why = :why
                        where rule = :rule and valid_from = :from and withdrawn_at is null
                        """)
                .param("now", Columns.at(Days.now(clock)))
                .param("by", Objects.requireNonNull(by.account()).value())
                .param("why", why)
                .param("rule", rule)
                .param("from", from)
                .update();
        journal.act(Act.of("casework/clock-rule-withdrawn", by.actor())
                .on(subject(rule))
                .changed("rule", waiting.kept(), waiting.before())
                .changed("reason", null, why));
        return Optional.empty();
    }

    private void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('casework.declared_clock_rule'))")
                .query((row, number) -> "")
                .list();
    }

    private static Subject subject(String rule) {
        return new Subject("casework/clock-rule", UuidCreator.getNameBasedSha1("casework/clock-rule/" + rule));
    }

    private void add(Declared declared, Reader by) {
        SetTimes.Answer answer = declared.answer();
        LegalDuration duration = answer == null ? declared.duration() : answer.most();
        jdbc.sql("""
                        insert into casework.declared_clock_rule
                          (rule, valid_from, duration, times, acknowledge, least, extension, notice, document, article,
                            confidence, reason, declared_at, declared_by)
                        values (:rule, :from, :duration, :times, :acknowledge, :least, :extension, :notice, :document, :article,
                          :confidence, :reason, :now, :by)
                        """)
                .param("rule", declared.rule())
                .param("from", declared.from())
                .param("duration", code(duration))
                .param("acknowledge", answer == null ? null : code(answer.acknowledge()))
                .param("least", answer == null ? null : code(answer.least()))
                .param("extension", answer == null ? null : code(answer.extension()))
                .param("times", declared.times())
                .param("notice", declared.notice())
                .param("document", declared.document())
                .param("article", declared.article())
                .param("confidence", declared.confidence())
                .param("reason", declared.reason())
                .param("now", Columns.at(Days.now(clock)))
                .param("by", Objects.requireNonNull(by.account()).value())
                .update();
    }

    private static @Nullable String code(@Nullable LegalDuration duration) {
        return duration == null ? null : duration.code();
    }

    private static String plain(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
