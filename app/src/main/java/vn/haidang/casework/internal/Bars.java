package vn.haidang.casework.internal;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Officials whom a case is about: it is as if it were not there for them, and nobody handles it in their name. */
@Component
class Bars {

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

    boolean holds(CaseId id, AccountId account) {
        return jdbc.sql("""
                        select exists (select from casework.barred b where b.account = :account and b.case_file = :case)
                        """)
                .param("account", account.value())
                .param("case", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Likewise of the work that an item is about. */
    boolean holdsItem(UUID item, AccountId account) {
        return jdbc.sql("""
                        select exists (
                          select from casework.barred b join casework.work_item w on w.id = :item
                            and (w.case_file = b.case_file or (w.subject_type = b.subject_type and w.subject_id = b.subject_id))
                          where b.account = :account)
                        """)
                .param("account", account.value())
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
                        where c.subject_type = :type and c.subject_id = :id
                        """)
                .param("type", subject.type())
                .param("id", subject.id())
                .query((row, number) -> new AccountId(Columns.uuid(row, "account")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    static String array(Collection<AccountId> accounts) {
        return Visible.array(
                accounts.stream().map(account -> account.value().toString()).toList());
    }
}
