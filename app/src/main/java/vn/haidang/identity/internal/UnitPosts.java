package vn.haidang.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** Who holds which role at some units today. */
@Component
public class UnitPosts {

    /** One role somebody holds. */
    public record Held(UnitId unit, Role role, AccountId account, String name) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    UnitPosts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name. */
    public List<Held> at(Collection<UnitId> units) {
        return jdbc.sql("""
                        select distinct a.display_name, a.id, p.unit, p.role
                        from identity.post p
                        join identity.holding h on h.post = p.id and h.valid @> :today
                        join identity.account a on a.id = h.account and a.closed_at is null
                        where p.unit = any (cast(:units as uuid[]))
                        order by a.display_name, a.id, p.unit, p.role
                        """)
                .param("today", LocalDate.now(clock))
                .param(
                        "units",
                        units.stream().map(unit -> unit.value().toString()).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> new Held(
                        new UnitId(row.getObject("unit", UUID.class)),
                        new Role(row.getString("role")),
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("display_name")))
                .list();
    }
}
