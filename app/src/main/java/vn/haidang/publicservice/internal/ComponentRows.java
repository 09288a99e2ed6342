package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.StoredFile;
import vn.haidang.identity.AccountId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Paper;

/** The SQL of the papers of receptions. */
@Component
public class ComponentRows {

    private static final String SELECT = """
            select c.part, c.name, c.name_en, c.original, c.file, c.file_name, c.media_type, c.bytes, c.sha256, c.digitised_by_name,
              c.digitised_at
            from publicservice.component c
            """;

    private final JdbcClient jdbc;

    ComponentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was noted, by part. */
    Map<String, Paper> of(UUID reception) {
        Map<String, Paper> noted = new LinkedHashMap<>();
        jdbc.sql(SELECT + " where c.reception = :reception order by c.part")
                .param("reception", reception)
                .query((row, number) -> paper(row))
                .list()
                .forEach(paper -> noted.put(paper.part(), paper));
        return noted;
    }

    /** The papers of a dossier that an officer took in; none of any other. Asks nobody who reads. */
    public List<Paper> of(ApplicationId application) {
        return jdbc.sql(SELECT + """
                         join publicservice.reception r on r.id = c.reception
                        where r.application = :application
                        order by c.part
                        """)
                .param("application", application.value())
                .query((row, number) -> paper(row))
                .list();
    }

    /** A scan already there stays unless another takes its place, or there is no paper any more. */
    void note(UUID reception, Paper paper, Instant now) {
        jdbc.sql("""
                        insert into publicservice.component (reception, part, name, name_en, original, noted_at)
                        values (:reception, :part, :name, :name_en, :original, :now)
                        on conflict (reception, part) do update set original = excluded.original, noted_at = excluded.noted_at,
                          file = case when :paper then component.file end,
                          file_name = case when :paper then component.file_name end,
                          media_type = case when :paper then component.media_type end,
                          bytes = case when :paper then component.bytes end,
                          sha256 = case when :paper then component.sha256 end,
                          digitised_by = case when :paper then component.digitised_by end,
                          digitised_by_name = case when :paper then component.digitised_by_name end,
                          digitised_at = case when :paper then component.digitised_at end
                        """)
                .param("reception", reception)
                .param("part", paper.part())
                .param("name", paper.name())
                .param("name_en", paper.nameEn())
                .param("original", Objects.requireNonNull(paper.original()).code())
                .param("paper", paper.original().onPaper())
                .param("now", ApplicationRows.at(now))
                .update();
    }

    void digitised(UUID reception, String part, StoredFile file, AccountId by, String name, Instant now) {
        jdbc.sql("""
                        update publicservice.component
                        set file = :file, file_name = :file_name, media_type = :type, bytes = :bytes, sha256 = :sha256,
                          digitised_by = :by, digitised_by_name = :name, digitised_at = :now
                        where reception = :reception and part = :part
                        """)
                .param("reception", reception)
                .param("part", part)
                .param("file", file.id().value())
                .param("file_name", file.name())
                .param("type", file.mediaType())
                .param("bytes", file.bytes())
                .param("sha256", file.sha256())
                .param("by", by.value())
                .param("name", name)
                .param("now", ApplicationRows.at(now))
                .update();
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getString("part"),
                row.getString("name"),
                row.getString("name_en"),
                false,
                false,
                Paper.Original.of(row.getString("original")),
                scan(row));
    }

    private static Paper.@Nullable Scan scan(ResultSet row) throws SQLException {
        UUID file = row.getObject("file", UUID.class);
        return file == null
                ? null
                : new Paper.Scan(
                        new FileId(file),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        row.getString("digitised_by_name"),
                        row.getObject("digitised_at", OffsetDateTime.class).toInstant());
    }
}
