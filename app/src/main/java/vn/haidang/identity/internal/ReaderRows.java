package vn.haidang.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/**
 * How an account {@code a} is read as a reader of the day {@code :today}: one row for each post held or stood in for, one without
 * when none is.
 */
final class ReaderRows {

    static final String COLUMNS = "a.display_name, a.person, held.unit, held.role, held.principal, held.principal_name";

    static final String POSTS = """
            left join lateral (
              select p.unit, p.role, cast(null as uuid) as principal, cast(null as text) as principal_name
              from identity.holding h
              join identity.post p on p.id = h.post
              join organization.pub_unit_life u on u.id = p.unit and u.valid @> :today
              where h.account = a.id and h.valid @> :today
              union all
              select s.unit, s.role, s.principal, n.display_name
              from identity.substitute s
              join identity.account n on n.id = s.principal and n.closed_at is null
              join organization.pub_unit_life u on u.id = s.unit and u.valid @> :today
              where s.substitute = a.id and s.valid @> :today
                and exists (
                  select 1 from identity.holding h
                  join identity.post p on p.id = h.post
                  where h.account = s.principal and h.valid @> :today and p.unit = s.unit and p.role = s.role)
            ) held on true
            """;

    record Row(
            String displayName,
            @Nullable PartyId person,
            Reader.@Nullable Holding holding,
            Reader.@Nullable StandIn standIn) {}

    private ReaderRows() {}

    static Row row(ResultSet columns) throws SQLException {
        var person = columns.getObject("person", UUID.class);
        var unit = columns.getObject("unit", UUID.class);
        var holding = unit == null ? null : new Reader.Holding(new UnitId(unit), new Role(columns.getString("role")));
        var principal = holding == null ? null : columns.getObject("principal", UUID.class);
        return new Row(
                columns.getString("display_name"),
                person == null ? null : new PartyId(person),
                principal == null ? holding : null,
                holding == null || principal == null
                        ? null
                        : new Reader.StandIn(holding, new AccountId(principal), columns.getString("principal_name")));
    }

    static Reader reader(AccountId account, List<Row> rows) {
        Set<Reader.Holding> holdings = new LinkedHashSet<>();
        Set<Reader.StandIn> standIns = new LinkedHashSet<>();
        for (var row : rows) {
            var holding = row.holding();
            if (holding != null) {
                holdings.add(holding);
            }
            var standIn = row.standIn();
            if (standIn != null) {
                standIns.add(standIn);
            }
        }
        var first = rows.getFirst();
        return new Reader(account, first.displayName(), holdings, first.person(), null, standIns);
    }
}
