package vn.haidang.form.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.spi.FileHolder;

/** The uploads of drafts, handed in or not, as long as there is the draft. */
@Component
class DraftFiles implements FileHolder {

    private static final int DAY = 24 * 60 * 60;

    private final JdbcClient jdbc;

    DraftFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of("form.draft_answer.value");
    }

    /** A draft was saved when a file came into it, so that only drafts saved since the oldest of the files was stored are looked at. */
    @Override
    public Set<FileId> held(Collection<FileId> files) {
        return jdbc.sql("""
                select distinct f.id
                from form.draft d
                join form.draft_answer a on a.draft = d.id and length(a.value) >= 36
                cross join lateral unnest(string_to_array(a.value, ' ')) as named (file)
                join unnest(cast(:files as uuid[])) as f (id) on cast(f.id as text) = named.file
                where d.saved_at >= :since
                """)
                .param("files", files.stream().map(FileId::value).toArray(UUID[]::new))
                .param("since", since(files).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new FileId(row.getObject("id", UUID.class)))
                .set();
    }

    /** A day before the oldest was named, by its own name; the beginning of time where a name does not say when it was given. */
    private static Instant since(Collection<FileId> files) {
        long oldest = Long.MAX_VALUE;
        for (FileId file : files) {
            oldest = Math.min(oldest, file.value().version() == 7 ? file.value().getMostSignificantBits() >>> 16 : 0);
        }
        return Instant.ofEpochMilli(Math.max(0, oldest)).minusSeconds(DAY);
    }
}
