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

/** How an account {@code a} is read as a reader of the day {@code :today}: one row for each post held, one without when none is. */
final class ReaderRows {

    static final String COLUMNS = "a.display_name, a.person, held.unit, held.role";

    static final String POSTS = """
            left join lateral (
              select p.unit, p.role
              from identity.holding h
              join identity.post p on p.id = h.post
              join organization.pub_unit_life u on u.id = p.unit and u.valid @> :today
              where h.account = a.id and h.valid @> :today
            ) held on true
            """;

    record Row(String displayName, @Nullable PartyId person, Reader.@Nullable Holding holding) {}

    private ReaderRows() {}

    static Row row(ResultSet columns) throws SQLException {
        var person = columns.getObject("person", UUID.class);
        var unit = columns.getObject("unit", UUID.class);
        return new Row(
                columns.getString("display_name"),
                person == null ? null : new PartyId(person),
                unit == null ? null : new Reader.Holding(new UnitId(unit), new Role(columns.getString("role"))));
    }

    static Reader reader(AccountId account, List<Row> rows) {
        Set<Reader.Holding> holdings = new LinkedHashSet<>();
        for (var row : rows) {
            var holding = row.holding();
            if (holding != null) {
                holdings.add(holding);
            }
        }
        var first = rows.getFirst();
        return new Reader(account, first.displayName(), holdings, first.person(), null);
    }
}
