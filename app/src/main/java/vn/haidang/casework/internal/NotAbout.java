package vn.haidang.casework.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/**
 * A condition over the columns of {@code casework.work_item w}, with its parameters: neither about the reader, nor, where the reader
 * would see it in somebody's stead only, about them. Lists, counts and single items all use it.
 */
record NotAbout(String sql, Map<String, Object> parameters) {

    private static final String OPEN = " and i.done_at is null";

    /** Of the open work in the queues of a reader, who does it by a role at a unit. */
    static NotAbout inQueues(Reader reader) {
        List<Reader.Holding> own = List.copyOf(reader.posts());
        return of(
                reader,
                OPEN,
                """
                exists (
                  select 1 from unnest(cast(:own_units as uuid[]), cast(:own_roles as text[])) as o (unit, role)
                  where o.unit = w.unit and o.role = w.role)""",
                Map.of(
                        "own_units",
                        Visible.units(own.stream().map(Reader.Holding::unit).toList()),
                        "own_roles",
                        Visible.array(
                                own.stream().map(each -> each.role().code()).toList())));
    }

    /** Of the open work at units, of which the reader sees these in their own right. */
    static NotAbout openAt(Set<UnitId> own, Reader reader) {
        return of(reader, OPEN, "w.unit = any (cast(:own_units as uuid[]))", Map.of("own_units", Visible.units(own)));
    }

    /** Likewise, what is done as well. */
    static NotAbout at(Set<UnitId> own, Reader reader) {
        return of(reader, "", "w.unit = any (cast(:own_units as uuid[]))", Map.of("own_units", Visible.units(own)));
    }

    private static NotAbout of(Reader reader, String which, String inOwnRight, Map<String, Object> own) {
        AccountId me = reader.account();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("me", me == null ? new UUID(0, 0) : me.value());
        String mine = "w.id <> all (array" + about("array[cast(:me as uuid)]", which) + ")";
        if (reader.standIns().isEmpty()) {
            return new NotAbout(mine, parameters);
        }
        parameters.putAll(own);
        parameters.put(
                "principals",
                Bars.array(reader.standIns().stream()
                        .map(Reader.StandIn::principal)
                        .toList()));
        String theirs = "w.id <> all (array" + about("cast(:principals as uuid[])", which) + ")";
        return new NotAbout(mine + " and (" + theirs + " or " + inOwnRight + ")", parameters);
    }

    /** What cases about somebody ask of people; each way along its index. */
    private static String about(String accounts, String which) {
        return """
                (
                  select i.id from casework.barred b join casework.work_item i on i.case_file = b.case_file
                  where b.account = any (%1$s)%2$s
                  union all
                  select i.id
                  from casework.barred b
                    join casework.work_item i on i.subject_type = b.subject_type and i.subject_id = b.subject_id
                  where b.account = any (%1$s)%2$s
                  union all
                  select i.id
                  from casework.barred b
                    join casework.work_item i on i.subject_type = '%3$s' and i.subject_id = b.case_file
                  where b.account = any (%1$s)%2$s)
                """.formatted(accounts, which, Apologies.LETTER);
    }
}
