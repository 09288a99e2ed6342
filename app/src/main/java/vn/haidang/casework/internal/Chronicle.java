package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** What acts leave behind that do not take a case along its procedure: a line of the timeline and an entry of the journal. */
@Component
class Chronicle {

    private static final String ITEM = "casework/work-item";
    private static final String ACCOUNT = "identity/account";

    /**
     * Who did it.
     *
     * @param name empty for the machine
     * @param behalf in whose name, null in their own
     */
    record By(Actor actor, String name, @Nullable Colleague behalf) {

        static final By SYSTEM = new By(Actor.SYSTEM, "", null);

        static By of(Reader reader) {
            return new By(reader.actor(), reader.displayName(), null);
        }

        static By of(Reader reader, Authority.Allowed authority) {
            return new By(actor(reader, authority), reader.displayName(), authority.behalf());
        }

        /** The reader as the journal names them: with the one in whose name they act. */
        static Actor actor(Reader reader, Authority.Allowed authority) {
            Colleague behalf = authority.behalf();
            return behalf == null ? reader.actor() : reader.actor().onBehalfOf(account(behalf.id()));
        }
    }

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Chronicle(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** The moment of an act, as it is kept. */
    Instant now() {
        return Days.now(clock);
    }

    /**
     * One act on an item.
     *
     * @param words shown in the timeline, null for none
     */
    void item(WorkItem item, String verb, By by, Instant at, @Nullable String words, UnaryOperator<Act> more) {
        Act act = Act.of("casework/" + verb, by.actor()).on(item(item.id()));
        CaseId caseId = item.caseId();
        if (caseId != null) {
            act.on(new Subject(Traces.SUBJECT, caseId.value()));
            line(caseId, verb, item.step(), by, at, words, false);
        }
        journal.act(more.apply(act));
    }

    /** One act on a case. */
    void ofCase(
            CaseId id,
            String verb,
            @Nullable String step,
            By by,
            Instant at,
            @Nullable String words,
            UnaryOperator<Act> more) {
        line(id, verb, step, by, at, words, false);
        journal.act(more.apply(Act.of("casework/" + verb, by.actor()).on(new Subject(Traces.SUBJECT, id.value()))));
    }

    /** One act on a case of which its applicant reads the words. */
    void told(CaseId id, String verb, @Nullable String step, By by, Instant at, String words) {
        line(id, verb, step, by, at, words, true);
        journal.act(Act.of("casework/" + verb, by.actor()).on(new Subject(Traces.SUBJECT, id.value())));
    }

    static Subject item(UUID id) {
        return new Subject(ITEM, id);
    }

    static Subject account(AccountId id) {
        return new Subject(ACCOUNT, id.value());
    }

    private void line(
            CaseId id, String verb, @Nullable String step, By by, Instant at, @Nullable String words, boolean told) {
        Colleague behalf = by.behalf();
        jdbc.sql("""
                        insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name, behalf,
                          behalf_name, step, reason, tells_applicant)
                        select cast(:id as uuid), c.id, c.version, cast(:at as timestamptz), cast(:verb as text),
                          cast(:kind as text), cast(:actor as uuid), cast(:name as text), cast(:behalf as uuid),
                          cast(:behalf_name as text), cast(:step as text), cast(:words as text), :told
                        from casework.case_file c
                        where c.id = :case
                        """)
                .param("id", nextId(at))
                .param("case", id.value())
                .param("at", Columns.at(at))
                .param("verb", verb)
                .param("kind", by.actor().kind().name())
                .param("actor", by.actor().id())
                .param("name", by.name())
                .param("behalf", behalf == null ? null : behalf.id().value())
                .param("behalf_name", behalf == null ? null : behalf.name())
                .param("step", step)
                .param("words", words)
                .param("told", told)
                .update();
    }

    private static UUID nextId(Instant at) {
        return UuidCreator.getTimeOrderedEpoch(at);
    }
}
