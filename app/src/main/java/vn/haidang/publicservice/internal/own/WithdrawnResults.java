package vn.haidang.publicservice.internal.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.IssuedDocument;
import vn.haidang.registry.KeptResult;
import vn.haidang.ui.Screen;

/** Which results of an own store their issuer has withdrawn. */
@Component
public class WithdrawnResults {

    /**
     * That a result does not count any more.
     *
     * @param newNumber of what took its place, null where nothing did
     * @param newOn the day of that, null likewise
     */
    public record Withdrawn(
            LocalDate on,
            @Nullable String newNumber,
            @Nullable LocalDate newOn) {}

    private final JdbcClient jdbc;

    WithdrawnResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the file of the result, those that were. */
    public Map<UUID, Withdrawn> among(List<KeptResult> results) {
        Map<UUID, Withdrawn> withdrawn = new HashMap<>();
        if (!results.isEmpty()) {
            jdbc.sql("""
                            select file, withdrawn_at, new_number, new_year, new_issued_at
                            from document.pub_withdrawn where file = any (:files)
                            """)
                    .param("files", results.stream().map(KeptResult::file).toArray(UUID[]::new))
                    .query(row -> {
                        withdrawn.put(row.getObject("file", UUID.class), withdrawn(row));
                    });
        }
        return withdrawn;
    }

    private static Withdrawn withdrawn(ResultSet row) throws SQLException {
        OffsetDateTime newAt = row.getObject("new_issued_at", OffsetDateTime.class);
        return new Withdrawn(
                day(row.getObject("withdrawn_at", OffsetDateTime.class)),
                newAt == null ? null : IssuedDocument.number(row.getInt("new_number"), row.getInt("new_year")),
                newAt == null ? null : day(newAt));
    }

    private static LocalDate day(OffsetDateTime at) {
        return LocalDate.ofInstant(at.toInstant(), Screen.ZONE);
    }
}
