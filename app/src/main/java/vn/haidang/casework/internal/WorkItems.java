package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Taking work from the queue and returning it. The case itself stays as it is, so its version does not grow. */
@Component
public class WorkItems {

    private final CaseRows rows;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    WorkItems(CaseRows rows, JdbcClient jdbc, Journal journal, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** The present item of the case becomes this reader's; nothing happens if it is already. */
    @Transactional
    public void claim(CaseId id, Reader reader) {
        Standing standing = held(id, reader);
        Standing.Item item = itemOf(standing);
        AccountId account = reader.account();
        if (account == null || !reader.holds(item.role(), item.unit())) {
            throw CaseworkProblems.notYourWork();
        }
        if (account.equals(item.claimedBy())) {
            return;
        }
        if (item.claimedBy() != null) {
            throw takenByAnother(item);
        }
        claimed(item.id(), account.value(), reader.displayName());
        trace(standing, reader, "claimed");
    }

    /** Back to the queue: by whoever took it, or by the head of the unit. */
    @Transactional
    public void giveBack(CaseId id, Reader reader) {
        Standing standing = held(id, reader);
        Standing.Item item = itemOf(standing);
        if (item.claimedBy() == null) {
            return;
        }
        if (!item.claimedBy().equals(reader.account()) && !reader.holds(Role.UNIT_HEAD, item.unit())) {
            throw takenByAnother(item);
        }
        jdbc.sql("update casework.work_item set claimed_by = null, claimed_by_name = null where id = :item")
                .param("item", item.id())
                .update();
        trace(standing, reader, "returned");
    }

    private Standing held(CaseId id, Reader reader) {
        return rows.find(id, reader).flatMap(visible -> rows.lock(id)).orElseThrow(CaseworkProblems::noSuchCase);
    }

    private static Standing.Item itemOf(Standing standing) {
        Standing.Item item = standing.item();
        if (item == null) {
            throw CaseworkProblems.changedMeanwhile(standing.summary().code());
        }
        return item;
    }

    private void claimed(UUID item, UUID account, String name) {
        jdbc.sql("update casework.work_item set claimed_by = :account, claimed_by_name = :name where id = :item")
                .param("account", account)
                .param("name", name)
                .param("item", item)
                .update();
    }

    private void trace(Standing standing, Reader reader, String verb) {
        Instant now = Days.now(clock);
        UUID id = standing.summary().id().value();
        jdbc.sql("""
                        insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name, step,
                          tells_applicant)
                        values (:id, :case, :version, :at, :verb, :kind, :actor, :name, :step, false)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch(now))
                .param("case", id)
                .param("version", standing.summary().version())
                .param("at", Columns.at(now))
                .param("verb", verb)
                .param("kind", reader.actor().kind().name())
                .param("actor", reader.actor().id())
                .param("name", reader.displayName())
                .param("step", standing.step())
                .update();
        journal.act(Act.of("casework/" + verb, reader.actor()).on(new Subject(Traces.SUBJECT, id)));
    }

    private static RuntimeException takenByAnother(Standing.Item item) {
        String name = item.claimedByName();
        return CaseworkProblems.claimedByAnother(name == null ? "" : name);
    }
}
