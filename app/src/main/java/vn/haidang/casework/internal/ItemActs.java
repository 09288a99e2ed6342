package vn.haidang.casework.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Act;

/**
 * Who works on an item: taking it, giving it back, giving it to somebody, naming a substitute for it. The case itself stays as it is, so
 * its version does not grow.
 */
@Component
public class ItemActs {

    /** The longest span for which a substitute is named at once. */
    public static final int LONGEST_DAYS = 92;

    private final ItemRows rows;
    private final CaseRows cases;
    private final Colleagues colleagues;
    private final Chronicle chronicle;
    private final LastStandings last;
    private final JdbcClient jdbc;

    ItemActs(
            ItemRows rows,
            CaseRows cases,
            Colleagues colleagues,
            Chronicle chronicle,
            LastStandings last,
            JdbcClient jdbc) {
        this.last = last;
        this.rows = rows;
        this.cases = cases;
        this.colleagues = colleagues;
        this.chronicle = chronicle;
        this.jdbc = jdbc;
    }

    /** The item as this reader may see it. */
    public WorkItem get(UUID id, Reader reader) {
        return rows.find(id, reader).orElseThrow(CaseworkProblems::noSuchItem);
    }

    /** The item of the step at which the case stands. */
    public UUID present(CaseId id, Reader reader) {
        Standing standing = cases.find(id, reader).orElseThrow(CaseworkProblems::noSuchCase);
        Standing.Item item = standing.item();
        if (item == null) {
            throw CaseworkProblems.changedMeanwhile(standing.summary().code());
        }
        return item.id();
    }

    /** It becomes this reader's; nothing happens if it is already. */
    @Transactional
    public void claim(UUID id, Reader reader) {
        WorkItem item = held(id, reader);
        AccountId me = account(reader);
        if (me.equals(item.who().claimedBy())) {
            return;
        }
        if (item.who().claimedBy() != null) {
            colleagues.require(item.who(), reader);
            throw CaseworkProblems.claimedByAnother(name(item));
        }
        colleagues.require(item.who(), reader);
        hold(item, new Colleague(me, reader.displayName()), null);
        trace(item, "claimed", reader, null, UnaryOperator.identity());
    }

    /** Back to the queue: by whoever holds it, or by the head of the unit. */
    @Transactional
    public void giveBack(UUID id, Reader reader) {
        WorkItem item = held(id, reader);
        AccountId holder = item.who().claimedBy();
        if (holder == null) {
            return;
        }
        if (!holder.equals(reader.account()) && !reader.holds(Role.UNIT_HEAD, item.unit())) {
            throw CaseworkProblems.claimedByAnother(name(item));
        }
        jdbc.sql("""
                        update casework.work_item
                        set claimed_by = null, claimed_by_name = null, assigned_by = null, delegate = null, delegate_name = null,
                          delegated_until = null
                        where id = :item
                        """).param("item", item.id()).update();
        trace(item, "returned", reader, null, UnaryOperator.identity());
    }

    /**
     * The head gives it to somebody who works at the unit, whatever their role: that is how work whose post nobody holds is done.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/not-yours-to-give}, {@code casework/no-such-colleague},
     *     {@code casework/about-them}
     */
    @Transactional
    public void assign(UUID id, AccountId to, Reader reader) {
        WorkItem item = held(id, reader);
        AccountId me = account(reader);
        if (!colleagues.mayAssign(reader, item.unit())) {
            throw CaseworkProblems.notYoursToGive();
        }
        Colleague colleague = colleagues.get(to, item.unit());
        AccountId before = item.who().claimedBy();
        if (to.equals(before)) {
            return;
        }
        requireNotAbout(item, colleague);
        hold(item, colleague, me);
        trace(
                item,
                "assigned",
                reader,
                colleague.name(),
                act -> act.on(Chronicle.account(to))
                        .changed("holder", before == null ? null : before.value(), to.value()));
    }

    /**
     * Names a substitute who may do it in one's name until a moment; the holder may still do it.
     *
     * @param until first moment at which the substitute may not any more
     * @throws vn.haidang.ui.ProblemException {@code casework/claimed-by-another}, {@code casework/no-such-colleague}, {@code
     *     casework/span-past}, {@code casework/span-too-long}
     */
    @Transactional
    public void delegate(UUID id, AccountId to, Instant until, Reader reader) {
        WorkItem item = held(id, reader);
        Instant now = chronicle.now();
        AccountId me = account(reader);
        AccountId holder = item.who().claimedBy();
        if (holder != null && !holder.equals(me)) {
            throw CaseworkProblems.claimedByAnother(name(item));
        }
        colleagues.require(item.who(), reader);
        if (!until.isAfter(now)) {
            throw CaseworkProblems.spanPast();
        }
        if (until.isAfter(now.plus(Duration.ofDays(LONGEST_DAYS)))) {
            throw CaseworkProblems.spanTooLong(LONGEST_DAYS);
        }
        Colleague colleague = colleagues.get(to, item.unit());
        if (to.equals(me)) {
            throw CaseworkProblems.noSuchColleague();
        }
        requireNotAbout(item, colleague);
        jdbc.sql("""
                        update casework.work_item
                        set claimed_by = :me, claimed_by_name = :my_name, delegate = :to, delegate_name = :name,
                          delegated_until = :until
                        where id = :item
                        """)
                .param("me", me.value())
                .param("my_name", reader.displayName())
                .param("to", to.value())
                .param("name", colleague.name())
                .param("until", Columns.at(until))
                .param("item", item.id())
                .update();
        trace(
                item,
                "delegated",
                reader,
                colleague.name(),
                act -> act.on(Chronicle.account(to))
                        .changed("substitute", null, to.value())
                        .changed("until", null, until));
    }

    /** The substitute named for it may not do it any more. */
    @Transactional
    public void recall(UUID id, Reader reader) {
        WorkItem item = held(id, reader);
        Standing.Delegation delegation = item.who().delegation();
        if (delegation == null) {
            return;
        }
        if (!account(reader).equals(item.who().claimedBy()) && !reader.holds(Role.UNIT_HEAD, item.unit())) {
            throw CaseworkProblems.claimedByAnother(name(item));
        }
        jdbc.sql("""
                        update casework.work_item set delegate = null, delegate_name = null, delegated_until = null where id = :item
                        """).param("item", item.id()).update();
        trace(item, "recalled", reader, delegation.name(), act -> act.on(Chronicle.account(delegation.to())));
    }

    private void requireNotAbout(WorkItem item, Colleague to) {
        if (rows.isAbout(item.id(), to.id())) {
            throw CaseworkProblems.aboutThem(to.name());
        }
    }

    private WorkItem held(UUID id, Reader reader) {
        WorkItem item = rows.lock(get(id, reader)).orElseThrow(CaseworkProblems::noSuchItem);
        if (!item.open()) {
            throw CaseworkProblems.itemEnded();
        }
        CaseId caseId = item.caseId();
        if (caseId != null) {
            last.forget(caseId);
        }
        return item;
    }

    private static AccountId account(Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw CaseworkProblems.noSuchItem();
        }
        return account;
    }

    private static String name(WorkItem item) {
        String holder = item.holder();
        return holder == null ? "" : holder;
    }

    private void hold(WorkItem item, Colleague holder, @Nullable AccountId assignedBy) {
        jdbc.sql("""
                        update casework.work_item
                        set claimed_by = :account, claimed_by_name = :name, assigned_by = :by, delegate = null,
                          delegate_name = null, delegated_until = null
                        where id = :item
                        """)
                .param("account", holder.id().value())
                .param("name", holder.name())
                .param("by", Columns.value(assignedBy))
                .param("item", item.id())
                .update();
    }

    private void trace(WorkItem item, String verb, Reader reader, @Nullable String words, UnaryOperator<Act> more) {
        chronicle.item(item, verb, Chronicle.By.of(reader), chronicle.now(), words, more);
    }
}
