package vn.haidang.files.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of bytes that nothing names any more, and of how far the sweep has come. */
@Component
public class ReleasedRows {

    /** How far the sweep has come: after which file it goes on, and with which shelf. */
    record Progress(UUID file, int shelf) {}

    /** What left the disk since it was last told. */
    record Removed(long files, long bytes) {}

    /** Held shared by a backup from before its snapshot, alone by whoever takes bytes away. */
    static final String BACKUP_LOCK = "hashtextextended('files.content', 0)";

    private final JdbcClient jdbc;

    ReleasedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns of other modules that refer to files, by what such a column is called. */
    List<String> columnsOfFiles() {
        return jdbc.sql("""
                select format('%s.%s.%s', n.nspname, c.relname, a.attname)
                from pg_attribute a
                join pg_class c on c.oid = a.attrelid
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
                  and a.attnum > 0 and not a.attisdropped
                  and a.atttypid in (cast('uuid' as regtype), cast('uuid[]' as regtype)) and a.attname in ('file', 'files')
                order by 1
                """).query((row, number) -> row.getString(1)).list();
    }

    /**
     * Lets go of hashes that no file names any more; their bytes may leave the disk from this instant. One that somebody is naming just
     * now is passed over.
     */
    void release(Collection<String> hashes, Instant from) {
        List<String> free = jdbc.sql("""
                select c.sha256 from files.content c
                where c.sha256 = any(cast(:hashes as char(64)[]))
                order by c.sha256
                for update skip locked
                """)
                .param("hashes", hashes.toArray(String[]::new))
                .query((row, number) -> row.getString("sha256"))
                .list();
        // Another statement, which sees the names that were committed before the hashes were held.
        jdbc.sql("""
                with gone as (
                  delete from files.content c
                  where c.sha256 = any(cast(:hashes as char(64)[]))
                    and not exists (select from files.stored_file f where f.sha256 = c.sha256)
                  returning c.sha256, c.bytes
                )
                insert into files.released (sha256, bytes, due_at)
                select g.sha256, g.bytes, :from from gone g
                on conflict (sha256) do update
                set bytes = excluded.bytes, due_at = least(released.due_at, excluded.due_at), removed_at = null
                """)
                .param("hashes", free.toArray(String[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Contents of a shelf that no file names, as an act leaves them that was passed over. */
    List<String> unnamedContents(int shelf) {
        return jdbc.sql("""
                select c.sha256 from files.content c
                where c.sha256 >= :from and c.sha256 < :to
                  and not exists (select from files.stored_file f where f.sha256 = c.sha256)
                """)
                .param("from", ContentStore.shelfName(shelf))
                .param("to", shelf + 1 < ContentStore.SHELVES ? ContentStore.shelfName(shelf + 1) : "g")
                .query((row, number) -> row.getString("sha256"))
                .list();
    }

    /** Of what lies on the disk, what nothing names and what is not let go of already. */
    List<String> unknown(Collection<String> hashes) {
        return jdbc.sql("""
                select h.sha256 from unnest(cast(:hashes as char(64)[])) as h (sha256)
                where not exists (select from files.content c where c.sha256 = h.sha256)
                  and not exists (select from files.released r where r.sha256 = h.sha256)
                """)
                .param("hashes", hashes.toArray(String[]::new))
                .query((row, number) -> row.getString("sha256"))
                .list();
    }

    /** Notes bytes that were never named, or whose act was rolled back. */
    void found(Collection<String> hashes, Instant from) {
        jdbc.sql("""
                insert into files.released (sha256, bytes, due_at)
                select h.sha256, 0, :from from unnest(cast(:hashes as char(64)[])) as h (sha256)
                on conflict (sha256) do nothing
                """)
                .param("hashes", hashes.toArray(String[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps backups from beginning until the end of the transaction; false while one runs. */
    boolean noBackup() {
        return jdbc.sql("select pg_try_advisory_xact_lock(" + BACKUP_LOCK + ")")
                .query(Boolean.class)
                .single();
    }

    Optional<String> next(Instant now) {
        return jdbc.sql("""
                select sha256 from files.released where removed_at is null and due_at <= :now order by due_at, sha256 limit 1
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString("sha256"))
                .optional();
    }

    /** Takes the name of a hash, so that whoever stores its bytes waits for the end of the transaction; false when it is named. */
    boolean claim(String sha256, Instant now) {
        return jdbc.sql("""
                        insert into files.content (sha256, bytes, media_type, stored_at)
                        values (:sha256, 1, 'application/octet-stream', :now)
                        on conflict (sha256) do nothing
                        """)
                        .param("sha256", sha256)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Gives a claimed name back in the same transaction, its bytes being gone. */
    void removed(String sha256, Instant now) {
        unclaim(sha256);
        jdbc.sql("update files.released set removed_at = :now where sha256 = :sha256 and removed_at is null")
                .param("sha256", sha256)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives a claimed name back in the same transaction, its bytes being there still. */
    void putOff(String sha256, Instant until) {
        unclaim(sha256);
        jdbc.sql("update files.released set due_at = :until where sha256 = :sha256 and removed_at is null")
                .param("sha256", sha256)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void unclaim(String sha256) {
        jdbc.sql("delete from files.content where sha256 = :sha256")
                .param("sha256", sha256)
                .update();
    }

    /** The bytes are named again and stay. */
    void staysNamed(String sha256) {
        jdbc.sql("delete from files.released where sha256 = :sha256 and removed_at is null")
                .param("sha256", sha256)
                .update();
    }

    /** Ends the rows of what left the disk, to be told in the caller's transaction. */
    Removed tell() {
        return jdbc.sql("""
                with told as (delete from files.released where removed_at is not null returning bytes)
                select count(*) as files, coalesce(sum(bytes), 0) as bytes from told
                """)
                .query((row, number) -> new Removed(row.getLong("files"), row.getLong("bytes")))
                .single();
    }

    /** Holds the progress until the end of the transaction; empty while another node has it. */
    Optional<Progress> progress() {
        return jdbc.sql("select after_file, shelf from files.sweep for update skip locked")
                .query((row, number) -> new Progress(row.getObject("after_file", UUID.class), row.getInt("shelf")))
                .optional();
    }

    void wentOn(Progress progress) {
        jdbc.sql("update files.sweep set after_file = :file, shelf = :shelf")
                .param("file", progress.file())
                .param("shelf", progress.shelf())
                .update();
    }
}
