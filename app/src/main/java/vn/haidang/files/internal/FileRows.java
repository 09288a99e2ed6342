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

    /**
     * Names bytes, known or new: what is known of them already stays. Until the end of the transaction nobody lets go of the hash:
     * whoever wants to waits, or passes it over. One that somebody else named since the statement began is held like a known one.
     */
    public StoredFile insert(
            FileId id, Incoming incoming, String mediaType, String name, @Nullable UUID by, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("""
                with known as (
                  select media_type, scan from files.content where sha256 = cast(:sha256 as char(64)) for key share
                ), added as (
                  insert into files.content (sha256, bytes, media_type, stored_at)
                  select cast(:sha256 as char(64)), cast(:bytes as bigint), cast(:type as text), cast(:at as timestamptz)
                  where not exists (select from known)
                  on conflict (sha256) do update set stored_at = content.stored_at
                  returning media_type, scan
                ), file as (
                  insert into files.stored_file (id, sha256, name, stored_by, stored_at)
                  values (:id, :sha256, :name, :by, :at)
                )
                select media_type, scan from known
                union all
                select media_type, scan from added
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
                .single();
    }

    /** Holds those that exist until the end of the transaction. */
    List<FileId> hold(Collection<FileId> ids) {
        return jdbc.sql("select id from files.stored_file where id = any(:ids) order by id for update")
                .param("ids", values(ids))
                .query((row, number) -> new FileId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The next after one, in the order in which they were stored, of those stored before an instant. */
    List<FileId> after(UUID id, Instant storedBefore, int most) {
        return jdbc.sql("""
                select id from files.stored_file where id > :id and stored_at < :before order by id limit :most
                """)
                .param("id", id)
                .param("before", storedBefore.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new FileId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The hashes that lost a name. */
    List<String> delete(Collection<FileId> ids) {
        return jdbc.sql("delete from files.stored_file where id = any(:ids) returning sha256")
                .param("ids", values(ids))
                .query((row, number) -> row.getString("sha256"))
                .list();
    }

    private static UUID[] values(Collection<FileId> ids) {
        return ids.stream().map(FileId::value).toArray(UUID[]::new);
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
