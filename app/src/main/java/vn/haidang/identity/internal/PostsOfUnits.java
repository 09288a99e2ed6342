package vn.haidang.identity.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;

/** How many posts units have on a day. */
@Component
public class PostsOfUnits {

    /** @param held how many of them have a holder on the day */
    public record Count(UnitId unit, String title, long posts, long held) {}

    @Language("SQL")
    private static final String ON = """
            select p.unit, p.title, count(*) as posts, count(h.post) as held
            from identity.post p
            left join identity.holding h on h.post = p.id and h.valid @> cast(:day as date)
            where p.unit = any (:units) and p.valid @> cast(:day as date)
            group by p.unit, p.title
            """;

    private final JdbcClient jdbc;

    PostsOfUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Count> on(LocalDate day, Collection<UnitId> units) {
        return jdbc.sql(ON)
                .param("day", day)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, number) -> new Count(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getString("title"),
                        row.getLong("posts"),
                        row.getLong("held")))
                .list();
    }
}
