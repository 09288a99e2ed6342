package vn.haidang.casework.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of an inbox. Queues are pairs of unit and role; each is read along its index in the order of the list, so a stretch costs
 * what its rows cost, and not what stands before it. Lists, counts and choices are made of the same conditions.
 */
record InboxSql(InboxFilter filter, NotAbout apart, Map<String, Object> parameters) {

    /** The roles a reader holds, and those of their units that nobody holds today: their work lies in the queue of the unit. */
    private static final String OWN_QUEUES = """
            select u.unit, u.role from unnest(cast(:held_units as uuid[]), cast(:held_roles as text[])) as u (unit, role)
            union
            select u.unit, r.role
            from unnest(cast(:units as uuid[])) as u (unit)
              cross join unnest(cast(:desk_roles as text[])) as r (role)
            where not exists (
              select 1 from identity.pub_holding p
              where p.unit = u.unit and p.role = r.role and p.valid @> cast(:today as date))
            """;

    private static final String UNIT_QUEUES = """
            select u.unit, r.role
            from unnest(cast(:headed as uuid[])) as u (unit)
              cross join unnest(cast(:desk_roles as text[])) as r (role)
            """;

    /** What was given to the reader outside the queues they see. */
    private static final String GIVEN = """
            w.done_at is null and w.unit = any (cast(:units as uuid[]))
            and ((w.claimed_by = :me and w.assigned_by is not null) or (w.delegate = :me and w.delegated_until > :now))
            and not exists (select 1 from queue q where q.unit = w.unit and q.role = w.role)
            """;

    private static final String ITEM = """
            w.id, w.kind, w.case_file, w.step, w.title, w.path, w.state, w.unit, w.role, w.due_at, w.claimed_by, w.claimed_by_name,
            w.delegate, w.delegated_until
            """;

    private static final String IN_QUEUE = "w.unit = q.unit and w.role = q.role and w.done_at is null";

    /** Queue by queue along the index: how many queues there will be cannot be estimated, and the whole table must never be read. */
    private static final String OF_QUEUES = " from queue q cross join lateral (select " + ITEM
            + " from casework.work_item w where " + IN_QUEUE + " offset 0) w";

    /** A count for each tab. */
    String counts() {
        List<String> columns = new ArrayList<>();
        for (Inbox.Filter tab : Inbox.Filter.values()) {
            columns.add("count(*) filter (where " + tab.condition() + ") as " + tab.code() + "_items");
        }
        return queues() + "select " + String.join(", ", columns) + " from (" + all("true") + ") w";
    }

    /** How many there are for each choice that can still be made. */
    String choices() {
        return queues() + """
                select case grouping(c.title, w.step, w.unit, w.claimed_by) when 7 then 'service' when 11 then 'step' when 13 then 'unit'
                    else 'holder' end as choice,
                  coalesce(c.title, w.step, w.unit::text, w.claimed_by::text) as value, min(w.claimed_by_name) as name,
                  min(c.procedure) as procedure, min(c.procedure_version) as procedure_version, count(*) as items
                from (""" + all(filter.tab().condition()) + """
                ) w
                  left join casework.case_file c on c.id = w.case_file
                group by grouping sets ((c.title), (w.step), (w.unit), (w.claimed_by))
                having coalesce(c.title, w.step, w.unit::text, w.claimed_by::text) is not null
                order by choice, items desc, value
                """;
    }

    /** One row more than asked for, to know whether there are more. */
    String list(@Nullable InboxCursor cursor) {
        boolean back = cursor != null && cursor.back();
        String order = back ? "order by w.due_at desc nulls first, w.id desc" : "order by w.due_at nulls last, w.id";
        List<String> stretches = new ArrayList<>();
        for (String place : places(cursor)) {
            stretches.add("(select " + ITEM + " from queue q cross join lateral (select " + ITEM + " "
                    + from(IN_QUEUE + " and " + filter.tab().condition() + " and " + place) + " " + order
                    + " limit :size) w)");
            if (filter.scope() == InboxFilter.Scope.OWN) {
                stretches.add(
                        "(select " + ITEM + from(GIVEN + " and " + filter.tab().condition() + " and " + place) + " "
                                + order + " limit :size)");
            }
        }
        return queues() + """
                select w.id, w.kind, w.case_file, w.step, w.path, w.state, w.unit, w.role, w.due_at, w.claimed_by, w.claimed_by_name,
                  w.delegate, w.delegated_until, coalesce(c.code, '') as code, coalesce(w.title, c.title) as title,
                  coalesce(c.applicant_name, '') as applicant_name, c.procedure, c.procedure_version, c.version
                from (select w.id, w.kind, w.case_file, w.step, w.title, w.path, w.state, w.unit, w.role, w.due_at, w.claimed_by,
                    w.claimed_by_name, w.delegate, w.delegated_until from (""" + String.join(" union all ", stretches) + ") w " + order + " limit :size) w"
                + " left join casework.case_file c on c.id = w.case_file " + order;
    }

    /** The most urgent that nobody else took and that the reader may do. */
    String next() {
        return next("w.id, w.kind, w.case_file, w.path", "1", "");
    }

    /** As {@link #next}, some of them, but those in {@code :passed}; with what says whether the reader did a step it must check. */
    String candidates() {
        return "select n.id, n.kind, n.case_file, n.path, n.step, n.claimed_by, c.procedure, c.procedure_version from ("
                + next(
                        "w.id, w.kind, w.case_file, w.path, w.step, w.claimed_by, w.due_at",
                        ":most",
                        " and w.id <> all (cast(:passed as uuid[]))")
                + ") n left join casework.case_file c on c.id = n.case_file order by n.due_at nulls last, n.id";
    }

    private String next(String columns, String most, String but) {
        return queues() + "select " + columns + " from (select " + ITEM
                + " from queue q cross join lateral (select " + ITEM + " "
                + from(IN_QUEUE + """
                         and w.state = 'OPEN' and (w.claimed_by is null or w.claimed_by = :me)
                         and (w.claimed_by = :me or exists (
                           select 1 from unnest(cast(:held_units as uuid[]), cast(:held_roles as text[])) as u (unit, role)
                           where u.unit = w.unit and u.role = w.role))
                        """ + but)
                + " order by w.due_at nulls last, w.id limit " + most + ") w union all select " + ITEM
                + from(GIVEN + " and w.state = 'OPEN' and w.claimed_by = :me" + but)
                + ") w order by w.due_at nulls last, w.id limit " + most;
    }

    Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(own);
        return all;
    }

    private String queues() {
        return "with queue as materialized (" + (filter.scope() == InboxFilter.Scope.OWN ? OWN_QUEUES : UNIT_QUEUES)
                + ") ";
    }

    private String all(String condition) {
        String queued = "select " + ITEM + OF_QUEUES + caseOf() + " where " + narrowing() + " and " + condition;
        return filter.scope() == InboxFilter.Scope.OWN
                ? queued + " union all select " + ITEM + from(GIVEN + " and " + condition)
                : queued;
    }

    private String from(String condition) {
        return " from casework.work_item w" + caseOf() + " where " + narrowing() + " and " + condition;
    }

    private String caseOf() {
        return filter.asksTheCase() ? " left join casework.case_file c on c.id = w.case_file" : "";
    }

    private String narrowing() {
        List<String> conditions = new ArrayList<>(List.of(filter.due().condition(), apart.sql()));
        if (filter.unit() != null) {
            conditions.add("w.unit = :in_unit");
        }
        if (!filter.step().isEmpty()) {
            conditions.add("w.step = :at_step");
        }
        if (!filter.service().isEmpty()) {
            conditions.add("c.title = :of_service");
        }
        if (!filter.words().isEmpty()) {
            conditions.add("""
                    (position(:words in c.words) > 0
                      or (w.title is not null and position(:words in platform.fold(w.title)) > 0))""");
        }
        switch (filter.holder()) {
            case "" -> {}
            case InboxFilter.NOBODY -> conditions.add("w.claimed_by is null");
            case InboxFilter.ME -> conditions.add("w.claimed_by = :me");
            default -> conditions.add(filter.account() == null ? "false" : "w.claimed_by = :held_by");
        }
        return String.join(" and ", conditions);
    }

    /** Where a stretch may lie; each place is one range of the index, and what has no due time is a range of its own. */
    private static List<String> places(@Nullable InboxCursor cursor) {
        if (cursor == null) {
            return List.of("w.due_at is not null", "w.due_at is null");
        }
        if (cursor.due() == null) {
            return cursor.back()
                    ? List.of("w.due_at is not null", "w.due_at is null and w.id < :item")
                    : List.of("w.due_at is null and w.id > :item");
        }
        return cursor.back()
                ? List.of("(w.due_at, w.id) < (:due, :item)")
                : List.of("(w.due_at, w.id) > (:due, :item)", "w.due_at is null");
    }
}
