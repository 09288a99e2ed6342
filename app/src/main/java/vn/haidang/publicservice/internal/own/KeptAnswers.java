package vn.haidang.publicservice.internal.own;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.form.Answer;
import vn.haidang.form.Draft;
import vn.haidang.form.FormDefinition;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.KnownValue;

/**
 * The phone number and e-mail address somebody typed in an application, remembered for the next one where no register knows them:
 * only while they agree to it, for themselves, and never a moment longer.
 */
@Component
public class KeptAnswers {

    static final String PURPOSE = "keep-reach";

    private static final String SOURCE = "self-declared";
    private static final List<String> ATTRIBUTES = List.of("person.phone", "person.email");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is known of a reader, with what they agreed to have remembered where nothing is. */
    public Map<String, KnownValue> with(Map<String, KnownValue> known, Reader reader) {
        AccountId account = reader.account();
        if (account == null || reader.mandate() != null || known.keySet().containsAll(ATTRIBUTES)) {
            return known;
        }
        Map<String, KnownValue> all = new HashMap<>(known);
        of(account).forEach(kept -> all.putIfAbsent(kept.attribute(), kept));
        return Map.copyOf(all);
    }

    private List<KnownValue> of(AccountId account) {
        return jdbc.sql("""
                        select k.attribute, k.value, k.said_on
                        from publicservice.kept_answer k
                        join publicservice.consent c
                          on c.account = k.account and c.purpose = :purpose and c.withdrawn_at is null
                        where k.account = :account
                        """)
                .param("account", account.value())
                .param("purpose", PURPOSE)
                .query((row, number) -> new KnownValue(
                        row.getString("attribute"),
                        row.getString("value"),
                        SOURCE,
                        row.getObject("said_on", LocalDate.class)))
                .list();
    }

    /** What was typed in an application that is handed in, where its applicant agreed. */
    @Transactional
    public void keep(Draft draft, Map<String, Answer> answers, Reader by) {
        if (by.mandate() != null) {
            return;
        }
        AccountId account = Objects.requireNonNull(by.account());
        draft.form().fields().filter(field -> field.source() != null).forEach(field -> {
            Answer answer = answers.get(field.name());
            if (answer != null && ATTRIBUTES.contains(Objects.requireNonNull(field.source()))) {
                keep(field, answer, account, by);
            }
        });
    }

    private void keep(FormDefinition.Field field, Answer answer, AccountId account, Reader by) {
        if (answer.origin() != Answer.Origin.TYPED || answer.value().isBlank()) {
            return;
        }
        int kept = jdbc.sql("""
                        insert into publicservice.kept_answer (account, attribute, value, said_on)
                        select c.account, :attribute, :value, :today
                        from publicservice.consent c
                        where c.account = :account and c.purpose = :purpose and c.withdrawn_at is null
                        for share
                        on conflict (account, attribute) do update set value = excluded.value, said_on = excluded.said_on
                        """)
                .param("account", account.value())
                .param("purpose", PURPOSE)
                .param("attribute", field.source())
                .param("value", answer.value())
                .param("today", LocalDate.now(clock))
                .update();
        if (kept == 1) {
            journal.act(Act.of("publicservice/answer-kept", by.actor())
                    .on(new Subject("identity/account", account.value()))
                    .because("publicservice/" + PURPOSE));
        }
    }

    /** Whatever rests on an agreement that is taken back goes with it. */
    void forget(AccountId account, String purpose) {
        if (purpose.equals(PURPOSE)) {
            jdbc.sql("delete from publicservice.kept_answer where account = :account")
                    .param("account", account.value())
                    .update();
        }
    }
}
