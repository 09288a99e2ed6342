package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;

/** The SQL of open work at units that ended. */
@Component
class StrandedRows {

    /** The cases that are at the unit, or have something to do there. */
    private static final String AT = """
            (select c.id from casework.case_file c where c.competent_unit = :unit and c.closed_at is null
             union
             select w.case_file from casework.work_item w
             where w.unit = :unit and w.done_at is null and w.case_file is not null)
            """;

    private final Chronicle chronicle;
    private final ItemRows items;
    private final Journal journal;
    private final Counting counting;
    private final JdbcClient jdbc;

    StrandedRows(Chronicle chronicle, ItemRows items, Journal journal, Counting counting, JdbcClient jdbc) {
        this.chronicle = chronicle;
        this.items = items;
        this.journal = journal;
        this.counting = counting;
        this.jdbc = jdbc;
    }

    /** The units that do not live on a day any more and have open work. */
    List<UnitId> endedWithWork(LocalDate day) {
        return jdbc.sql("""
                        select l.id
                        from organization.pub_unit_life l
                        where upper(l.valid) <= :day
                          and (exists (select 1 from casework.work_item w where w.unit = l.id and w.done_at is null)
                            or exists (select 1 from casework.case_file c where c.competent_unit = l.id and c.closed_at is null))
                        order by l.id
                        """)
                .param("day", day)
                .query((row, number) -> new UnitId(Columns.uuid(row, "id")))
                .list();
    }

    List<CaseId> casesAt(UnitId unit) {
        return jdbc.sql("select at.id from " + AT + " at order by at.id")
                .param("unit", unit.value())
                .query((row, number) -> new CaseId(Columns.uuid(row, "id")))
                .list();
    }

    /** All but those about this reader. */
    List<UnitMoves.Stranded> stranded(UnitId unit, Unit ended, List<Unit> candidates, Reader reader) {
        return jdbc.sql("""
                        select c.id, c.code, c.title,
                          (select count(*) from casework.work_item w
                           where w.case_file = c.id and w.unit = :unit and w.done_at is null) as items
                        from casework.case_file c
                          join\s""" + AT + """
                           at on at.id = c.id
                        where not c.barred or not exists (
                          select from casework.barred b
                          where b.case_file = c.id and b.account = any (cast(:accounts as uuid[])))
                        order by c.due_at nulls last, c.id
                        """)
                .param("unit", unit.value())
                .param("accounts", Bars.array(Bars.whoeverIs(reader)))
                .query((row, number) -> new UnitMoves.Stranded(
                        new CaseId(Columns.uuid(row, "id")),
                        row.getString("code"),
                        row.getString("title"),
                        ended,
                        row.getLong("items"),
                        candidates))
                .list();
    }

    /** Looking at them is journaled. */
    void read(Reader reader, List<UnitMoves.Stranded> seen) {
        if (!seen.isEmpty()) {
            journal.read(
                    reader.actor(),
                    "casework/stranded",
                    seen.stream()
                            .map(each -> new Subject(Traces.SUBJECT, each.id().value()))
                            .toList());
        }
    }

    List<UUID> itemsOfNoCase(UnitId unit) {
        return jdbc.sql("""
                        select id from casework.work_item where unit = :unit and case_file is null and done_at is null order by id
                        """)
                .param("unit", unit.value())
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
    }

    /** The case, held by this transaction, with all that is open of it at the unit; whoever held an item there holds it no more. */
    List<UUID> moveCase(Standing standing, UnitId from, UnitId to, LocalDate day) {
        CaseId id = standing.summary().id();
        if (standing.summary().competentUnit().equals(from)) {
            counting.moved(standing, to, day);
        }
        jdbc.sql("""
                        update casework.case_file
                        set competent_unit = case when competent_unit = :from then :to else competent_unit end,
                          receiving_unit = case when receiving_unit = :from then :to else receiving_unit end,
                          version = version + 1
                        where id = :case
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .param("case", id.value())
                .update();
        return jdbc.sql("""
                        update casework.work_item
                        set unit = :to, claimed_by = null, claimed_by_name = null, assigned_by = null, delegate = null,
                          delegate_name = null, delegated_until = null
                        where case_file = :case and unit = :from and done_at is null
                        returning id
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .param("case", id.value())
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
    }

    /** One item that belongs to no case. */
    boolean moveItem(UUID item, UnitId from, UnitId to, Chronicle.By by) {
        int moved = jdbc.sql("""
                        update casework.work_item
                        set unit = :to, claimed_by = null, claimed_by_name = null, assigned_by = null, delegate = null,
                          delegate_name = null, delegated_until = null
                        where id = :item and unit = :from and done_at is null
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .param("item", item)
                .update();
        if (moved > 0) {
            chronicle.item(
                    items.find(item).orElseThrow(CaseworkProblems::noSuchItem),
                    "unit-moved",
                    by,
                    chronicle.now(),
                    null,
                    act -> act.changed("unit", from.value(), to.value()));
        }
        return moved > 0;
    }
}
