package vn.haidang.casework.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;

/** Officials whom a case is about: it is as if it were not there for them, and nobody handles it in their name. */
@Component
class Bars {

    /** Whether a work item {@code w} is about what a row {@code b} of {@code casework.barred} names. */
    static final String OF_ITEM = """
            (b.case_file = w.case_file or (b.subject_type = w.subject_type and b.subject_id = w.subject_id)
              or (w.subject_type = '%s' and b.case_file = w.subject_id))
            """.formatted(Apologies.LETTER);

    private final JdbcClient jdbc;
    private final Journal journal;

    Bars(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** In the transaction that opens it. */
    void put(OpenCase open) {
        jdbc.sql("""
                        with marked as (update casework.case_file set barred = true where id = :case)
                        insert into casework.barred (account, case_file, subject_type, subject_id)
                        select b.account, :case, :type, :subject from unnest(cast(:accounts as uuid[])) as b (account)
                        """)
                .param("case", open.id().value())
                .param("type", open.subjectType())
                .param("subject", open.subjectId())
                .param("accounts", array(open.notBy()))
                .update();
        Act act = Act.of("casework/barred", open.by())
                .on(new Subject(Traces.SUBJECT, open.id().value()));
        open.notBy().forEach(account -> act.on(Chronicle.account(account)));
        journal.act(act);
    }

    /** Somebody more, for a case held by this transaction; false where it was known to be about them. */
    boolean add(CaseSummary about, AccountId account) {
        return jdbc.sql("""
                        with named as (
                          insert into casework.barred (account, case_file, subject_type, subject_id)
                          values (:account, :case, :type, :subject)
                          on conflict do nothing
                          returning case_file)
                        update casework.case_file c set barred = true, version = c.version + 1 from named n where c.id = n.case_file
                        """)
                        .param("account", account.value())
                        .param("case", about.id().value())
                        .param("type", about.subjectType())
                        .param("subject", about.subjectId())
                        .update()
                == 1;
    }

    /** An open item of a case, in whose queue it lies, and who has it or may do it for them. */
    record Held(
            UUID item,
            StepUnits.Desk desk,
            @Nullable AccountId holder,
            @Nullable AccountId delegate) {

        boolean isWith(Set<AccountId> accounts) {
            return (holder != null && accounts.contains(holder)) || (delegate != null && accounts.contains(delegate));
        }
    }

    List<Held> open(CaseId id) {
        return jdbc.sql("""
                        select w.id, w.unit, w.role, w.claimed_by, w.delegate
                        from casework.work_item w
                        where w.case_file = :case and w.done_at is null
                        order by w.id
                        for update
                        """)
                .param("case", id.value())
                .query((row, number) -> new Held(
                        Columns.uuid(row, "id"),
                        new StepUnits.Desk(new UnitId(Columns.uuid(row, "unit")), new Role(row.getString("role"))),
                        Columns.optionalAccount(row, "claimed_by"),
                        Columns.optionalAccount(row, "delegate")))
                .list();
    }

    /** Nobody has it any more, and it lies in this queue. */
    void hand(Held held, StepUnits.Desk to) {
        jdbc.sql("""
                        with handed as (
                          update casework.work_item
                          set unit = :unit, role = :role, claimed_by = null, claimed_by_name = null, assigned_by = null,
                            delegate = null, delegate_name = null, delegated_until = null
                          where id = :item
                          returning case_file)
                        update casework.case_file c
                        set accompanied = c.accompanied or :unit not in (c.competent_unit, c.receiving_unit)
                        from handed h where c.id = h.case_file
                        """)
                .param("unit", to.unit().value())
                .param("role", to.role().code())
                .param("item", held.item())
                .update();
    }

    /** Whether it is about any of them. */
    boolean holds(CaseId id, Collection<AccountId> accounts) {
        return jdbc.sql("""
                        select exists (
                          select from casework.barred b
                          where b.account = any (cast(:accounts as uuid[])) and b.case_file = :case)
                        """)
                .param("accounts", array(accounts))
                .param("case", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Likewise of the work that an item is about. */
    boolean holdsItem(UUID item, Collection<AccountId> accounts) {
        return jdbc.sql("""
                        select exists (
                          select from casework.barred b join casework.work_item w on w.id = :item and %s
                          where b.account = any (cast(:accounts as uuid[])))
                        """.formatted(OF_ITEM))
                .param("accounts", array(accounts))
                .param("item", item)
                .query(Boolean.class)
                .single();
    }

    Set<AccountId> of(CaseId id) {
        return jdbc
                .sql("select b.account from casework.barred b where b.case_file = :id")
                .param("id", id.value())
                .query((row, number) -> new AccountId(Columns.uuid(row, "account")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Likewise of what a case is about. */
    Set<AccountId> about(Subject subject) {
        return jdbc
                .sql("""
                        select b.account from casework.barred b
                          join casework.case_file c on c.id = b.case_file
                        where (c.subject_type = :type and c.subject_id = :id) or (:type = '%s' and c.id = :id)
                        """.formatted(Apologies.LETTER))
                .param("type", subject.type())
                .param("id", subject.id())
                .query((row, number) -> new AccountId(Columns.uuid(row, "account")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The reader and all in whose stead they may act. */
    static Set<AccountId> whoeverIs(Reader reader) {
        return Stream.concat(
                        Stream.ofNullable(reader.account()),
                        reader.standIns().stream().map(Reader.StandIn::principal))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String array(Collection<AccountId> accounts) {
        return Visible.array(
                accounts.stream().map(account -> account.value().toString()).toList());
    }
}
