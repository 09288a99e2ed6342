package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.StaffChange;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;

/**
 * Work held by somebody who does not hold its role any more, or whose roles do not let them act any more, goes back to the queue, code
 * and due date unchanged. Whoever was given work
 * of another role keeps it while they hold any post at the unit.
 */
@Component
public class HolderlessWork {

    /** One open item whose holder may not go on with it. */
    public record Item(UUID id, @Nullable UUID caseId, AccountId holder) {}

    private static final int AT_ONCE = 500;

    /** In which roles who may work, on a day: a role says what waits for them, and one of their roles must let them act. */
    @Language("SQL")
    private static final String ABLE = """
            with held as (
              select h.account, h.unit, h.role, true as own
              from identity.pub_holding h
              where h.valid @> cast(:day as date)
              union all
              select s.substitute, s.unit, s.role, false
              from identity.pub_substitute s
              where s.valid @> cast(:day as date)
            ), able as (
              select h.account, h.unit, h.role, h.own
              from held h
              where exists (
                select 1 from held o join identity.pub_grant g on g.role = o.role and g.action = 'casework/act'
                where o.account = h.account)
            )
            """;

    @Language("SQL")
    private static final String FIND = ABLE + """
            select w.id, w.case_file, w.claimed_by
            from casework.work_item w
            where w.done_at is null and w.claimed_by is not null
              and not exists (
                select 1 from able a
                where a.account = w.claimed_by and a.unit = w.unit
                  and (a.role = w.role or (a.own and w.assigned_by is not null)))
            """;

    @Language("SQL")
    private static final String UNHELD = ABLE + """
            select count(*)
            from casework.work_item w
            join (select distinct u.unit, u.role
                  from unnest(cast(:units as uuid[]), cast(:roles as text[])) as u (unit, role)) v
              on v.unit = w.unit and v.role = w.role
            where w.done_at is null and w.claimed_by is null
              and not exists (select 1 from able a where a.unit = v.unit and a.role = v.role)
            """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    HolderlessWork(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** What these losses leave without a holder, each on its day; asked when the losses are made already. */
    public List<Item> of(Collection<StaffChange.Loss> losses) {
        List<Item> items = new ArrayList<>();
        losses.stream().map(StaffChange.Loss::day).distinct().sorted().forEach(day -> {
            var accounts = losses.stream()
                    .filter(loss -> loss.day().equals(day))
                    .map(loss -> loss.account().value().toString())
                    .distinct()
                    .toList();
            find(FIND + " and w.claimed_by = any (cast(:accounts as uuid[])) order by w.id", day, accounts).stream()
                    .filter(item -> items.stream().noneMatch(known -> known.id().equals(item.id())))
                    .forEach(items::add);
        });
        return items;
    }

    /** How many items lie in queues at which nobody could work any more. */
    public long unheld(Collection<StaffChange.Loss> losses) {
        return losses.stream()
                .collect(Collectors.groupingBy(StaffChange.Loss::day, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .mapToLong(entry -> unheld(entry.getKey(), entry.getValue()))
                .sum();
    }

    /** How many items lie in the queue of a role at a unit, at which nobody can work on a day. */
    public long unheld(UnitId unit, Role role, LocalDate day) {
        return unheld(day, List.of(unit), List.of(role));
    }

    private long unheld(LocalDate day, List<StaffChange.Loss> losses) {
        return unheld(
                day,
                losses.stream().map(StaffChange.Loss::unit).toList(),
                losses.stream().map(StaffChange.Loss::role).toList());
    }

    private long unheld(LocalDate day, List<UnitId> units, List<Role> roles) {
        return jdbc.sql(UNHELD)
                .param("day", day)
                .param("units", Visible.units(units))
                .param("roles", Visible.array(roles.stream().map(Role::code).toList()))
                .query(Long.class)
                .single();
    }

    /** Gives back now what losses of today left; what is lost later goes back on its day. In the transaction of the change. */
    public void settle(Collection<StaffChange.Loss> losses, Reader by) {
        var today = LocalDate.now(clock);
        giveBack(of(losses.stream().filter(loss -> !loss.day().isAfter(today)).toList()), Chronicle.By.of(by));
    }

    /** Gives back all that the passing of days left without a holder; how many that were. */
    @Transactional
    public int settleToday() {
        var items = find(
                FIND + " order by w.id limit " + AT_ONCE + " for update of w skip locked",
                LocalDate.now(clock),
                List.of());
        giveBack(items, Chronicle.By.SYSTEM);
        return items.size();
    }

    private List<Item> find(@Language("SQL") String sql, LocalDate day, List<String> accounts) {
        var statement = jdbc.sql(sql).param("day", day);
        return (accounts.isEmpty() ? statement : statement.param("accounts", Visible.array(accounts)))
                .query((row, number) -> new Item(
                        Columns.uuid(row, "id"),
                        row.getObject("case_file", UUID.class),
                        new AccountId(Columns.uuid(row, "claimed_by"))))
                .list();
    }

    private void giveBack(List<Item> items, Chronicle.By by) {
        if (items.isEmpty()) {
            return;
        }
        var ids = Visible.array(items.stream().map(item -> item.id().toString()).toList());
        Instant at = Days.now(clock);
        jdbc.sql("""
                        insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name, step, tells_applicant)
                        select n.id, c.id, c.version, cast(:at as timestamptz), 'returned', cast(:kind as text), cast(:actor as uuid),
                          cast(:name as text), w.step, false
                        from unnest(cast(:events as uuid[]), cast(:ids as uuid[])) as n (id, item)
                        join casework.work_item w on w.id = n.item
                        join casework.case_file c on c.id = w.case_file
                        """)
                .param("at", Columns.at(at))
                .param("kind", by.actor().kind().name())
                .param("actor", by.actor().id())
                .param("name", by.name())
                .param(
                        "events",
                        Visible.array(items.stream()
                                .map(item -> UuidCreator.getTimeOrderedEpoch(at).toString())
                                .toList()))
                .param("ids", ids)
                .update();
        jdbc.sql("""
                        update casework.work_item
                        set claimed_by = null, claimed_by_name = null, assigned_by = null, delegate = null, delegate_name = null,
                          delegated_until = null
                        where id = any (cast(:ids as uuid[]))
                        """).param("ids", ids).update();
        var act = Act.of("casework/holder-left", by.actor()).because("identity/post-lost");
        items.forEach(item -> {
            act.on(Chronicle.item(item.id()));
            var of = item.caseId();
            if (of != null) {
                act.on(new Subject(Traces.SUBJECT, of));
            }
        });
        items.stream().map(Item::holder).distinct().forEach(holder -> act.on(Chronicle.account(holder)));
        journal.act(act);
    }
}
