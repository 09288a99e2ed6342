package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.ui.Screen;

/** The new days that were given to applicants, as many to a case as an authority has set for the day. */
@Component
class Extensions {

    /**
     * How many new days a case {@code c} was given, and the end of the last of them, null where there is none; for a lateral join as
     * {@code p}.
     */
    static final String PROMISED = """
            (select count(*) as given,
               cast(max(a.new_day) + 1 as timestamp) at time zone 'Asia/Ho_Chi_Minh' as ends
             from casework.apology a where a.case_file = c.id) p""";

    private final ClockRules rules;
    private final ClockRows kept;
    private final JdbcClient jdbc;

    Extensions(ClockRules rules, ClockRows kept, JdbcClient jdbc) {
        this.rules = rules;
        this.kept = kept;
        this.jdbc = jdbc;
    }

    Optional<CaseClock.Cap> cap(LocalDate day) {
        return rules.cap(day);
    }

    /** None where nothing is set. */
    int most(LocalDate day) {
        return cap(day).map(CaseClock.Cap::times).orElse(0);
    }

    /** The oldest first. */
    List<CaseClock.Extension> given(CaseId id) {
        return kept.extensions(id, null);
    }

    /** Until when an applicant whose case ends at a moment was told to wait, by now. */
    Instant promised(CaseId id, Instant due) {
        List<CaseClock.Extension> given = given(id);
        Instant last = given.isEmpty()
                ? due
                : given.getLast().newDay().plusDays(1).atStartOfDay(Screen.ZONE).toInstant();
        return last.isAfter(due) ? last : due;
    }

    boolean mayGive(CaseId id, LocalDate day) {
        return given(id).size() < most(day);
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/apologised-already}, {@code casework/no-extensions} */
    void requireOneMore(List<CaseClock.Extension> given, String caseCode, LocalDate day) {
        CaseClock.Cap cap = cap(day).orElseThrow(() -> CaseworkProblems.noExtensions(caseCode));
        if (given.size() >= cap.times()) {
            throw CaseworkProblems.apologisedAlready(caseCode, given.size(), cap);
        }
    }

    /** For a case held by this transaction. */
    void add(CaseId id, int ordinal, Instant due, CaseClock.Extension extension, AccountId by) {
        jdbc.sql("""
                        insert into casework.apology (case_file, ordinal, due_at, new_day, reason, sent_at, sent_by)
                        values (:case, :ordinal, :due, :day, :reason, :now, :by)
                        """)
                .param("case", id.value())
                .param("ordinal", ordinal)
                .param("due", Columns.at(due))
                .param("day", extension.newDay())
                .param("reason", extension.reason())
                .param("now", Columns.at(extension.sentAt()))
                .param("by", by.value())
                .update();
    }

    /** Keeps others from giving one meanwhile. */
    void hold(CaseId id) {
        jdbc.sql("select id from casework.case_file where id = :case for update")
                .param("case", id.value())
                .query((row, number) -> Columns.uuid(row, "id"))
                .single();
    }
}
