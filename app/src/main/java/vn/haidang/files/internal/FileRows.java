package vn.haidang.files.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.StoredFile;

/** The SQL of stored files. */
@Component
public class FileRows {

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names bytes, known or new: what is known of them already stays. */
    public StoredFile insert(
            FileId id, Incoming incoming, String mediaType, String name, @Nullable UUID by, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("""
                with content as (
                  insert into files.content (sha256, bytes, media_type, stored_at)
                  values (:sha256, :bytes, :type, :at)
                  on conflict (sha256) do nothing
                  returning media_type, scan
                ), file as (
                  insert into files.stored_file (id, sha256, name, stored_by, stored_at)
                  values (:id, :sha256, :name, :by, :at)
                )
                select media_type, scan from content
                union all
                select media_type, scan from files.content where sha256 = cast(:sha256 as char(64))
                """)
                .param("id", id.value())
                .param("sha256", incoming.sha256())
                .param("bytes", incoming.bytes())
                .param("type", mediaType)
                .param("name", name)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new StoredFile(
                        id,
                        name,
                        row.getString("media_type"),
                        incoming.bytes(),
                        incoming.sha256(),
                        row.getString("scan"),
                        at))
                .optional()
                // Somebody stored the same bytes between the beginning of this statement and now.
                .orElseGet(() -> find(id).orElseThrow());
    }

    /** The names go first: whoever names the same bytes meanwhile keeps them. */
    public void delete(Collection<FileId> ids) {
        UUID[] gone = ids.stream().map(FileId::value).toArray(UUID[]::new);
        List<String> hashes = jdbc.sql("delete from files.stored_file where id = any(:ids) returning sha256")
                .param("ids", gone)
                .query((row, number) -> row.getString("sha256"))
                .list();
        jdbc.sql("""
                delete from files.content c
                where c.sha256 = any(cast(:hashes as char(64)[]))
                  and not exists (select from files.stored_file f where f.sha256 = c.sha256)
                """).param("hashes", hashes.toArray(String[]::new)).update();
    }

    public Optional<StoredFile> find(FileId id) {
        return all(List.of(id)).stream().findFirst();
    }

    public List<StoredFile> all(Collection<FileId> ids) {
        return jdbc.sql("""
                select f.id, f.name, c.media_type, c.bytes, c.sha256, c.scan, f.stored_at
                from files.stored_file f
                join files.content c on c.sha256 = f.sha256
                where f.id = any(:ids)
                order by f.id
                """)
                .param("ids", ids.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, number) -> new StoredFile(
                        new FileId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        row.getString("scan"),
                        row.getObject("stored_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list();
    }
}
