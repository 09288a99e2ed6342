package vn.haidang.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.journal.EntryId;
import vn.haidang.journal.Reading;
import vn.haidang.journal.Subject;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The rows of {@code journal.entry}, with the queue to the sealer and the salts. */
@Component
public class EntryRows {

    @Language("SQL")
    private static final String ADD = """
            with queued as (
              insert into journal.unsealed (entry) values (:id)
            ), salted as (
              insert into journal.salt (entry, salt)
              select :id, s.salt from (select cast(:salt as bytea) as salt) s where s.salt is not null
            )
            insert into journal.entry (
              id, at, kind, actor_kind, actor_id, behalf_type, behalf_id, verb, subject_types, subject_ids,
              change_fields, change_from, change_to, reason, hash)
            values (
              :id, :at, :kind, :actorKind, :actorId, :behalfType, :behalfId, :verb, :subjectTypes, cast(:subjectIds as uuid[]),
              :changeFields, :changeFrom, :changeTo, :reason, :hash)
            """;

    @Language("SQL")
    private static final String READS_OF = """
            select e.id, e.at, e.actor_kind, e.actor_id, e.behalf_type, e.behalf_id, e.reason, count(*) over () as total
            from journal.entry e
            where e.kind = 'read'
              and e.subject_ids @> array[:subject]::uuid[]
              and exists (
                select from unnest(e.subject_types, e.subject_ids) s (type, id)
                where s.type = :type and s.id = :subject)
            order by e.id desc
            limit :size offset :offset
            """;

    @Language("SQL")
    private static final String FORGET = """
            delete from journal.salt s
            using journal.entry e
            where e.id = s.entry
              and e.subject_ids @> array[:subject]::uuid[]
              and exists (
                select from unnest(e.subject_types, e.subject_ids) u (type, id)
                where u.type = :type and u.id = :subject)
            """;

    private final JdbcClient database;

    EntryRows(JdbcClient database) {
        this.database = database;
    }

    void add(Entry entry, byte[] hash, byte @Nullable [] salt) {
        var changes = entry.changes();
        var behalf = entry.actor().behalf();
        database.sql(ADD)
                .param("id", entry.id())
                .param("salt", salt, Types.BINARY)
                .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param("kind", Canonical.word(entry.kind()))
                .param("actorKind", Canonical.word(entry.actor().kind()))
                .param("actorId", entry.actor().id(), Types.OTHER)
                .param("behalfType", behalf == null ? null : behalf.type(), Types.VARCHAR)
                .param("behalfId", behalf == null ? null : behalf.id(), Types.OTHER)
                .param("verb", entry.verb())
                .param(
                        "subjectTypes",
                        entry.subjects().stream().map(Subject::type).toArray(String[]::new))
                .param(
                        "subjectIds",
                        entry.subjects().stream()
                                .map(subject -> subject.id().toString())
                                .toArray(String[]::new))
                .param(
                        "changeFields",
                        changes.stream().map(Entry.HashedChange::field).toArray(String[]::new))
                .param(
                        "changeFrom",
                        changes.stream().map(Entry.HashedChange::from).toArray(byte[][]::new))
                .param("changeTo", changes.stream().map(Entry.HashedChange::to).toArray(byte[][]::new))
                .param("reason", entry.reason(), Types.VARCHAR)
                .param("hash", hash)
                .update();
    }

    public Slice<Reading> readsOf(Subject subject, PageRequest page) {
        var total = new AtomicLong();
        var rows = database.sql(READS_OF)
                .param("subject", subject.id())
                .param("type", subject.type())
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return new Reading(
                            new EntryId(row.getObject("id", UUID.class)),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            actor(row),
                            row.getString("reason"));
                })
                .list();
        return new Slice<>(rows, page, total.get());
    }

    public int forget(Subject subject) {
        return database.sql(FORGET)
                .param("subject", subject.id())
                .param("type", subject.type())
                .update();
    }

    /** Reads the present row of a result that has every column of {@code journal.entry}. */
    static Entry entry(ResultSet row) throws SQLException {
        var types = (String[]) row.getArray("subject_types").getArray();
        var ids = (UUID[]) row.getArray("subject_ids").getArray();
        List<Subject> subjects = new ArrayList<>(types.length);
        for (int i = 0; i < types.length; i++) {
            subjects.add(new Subject(types[i], ids[i]));
        }
        var fields = (String[]) row.getArray("change_fields").getArray();
        var from = (byte[][]) row.getArray("change_from").getArray();
        var to = (byte[][]) row.getArray("change_to").getArray();
        List<Entry.HashedChange> changes = new ArrayList<>(fields.length);
        for (int i = 0; i < fields.length; i++) {
            changes.add(new Entry.HashedChange(fields[i], from[i], to[i]));
        }
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Entry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                actor(row),
                row.getString("verb"),
                subjects,
                changes,
                row.getString("reason"));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        var behalf = row.getString("behalf_type");
        return new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                row.getObject("actor_id", UUID.class),
                behalf == null ? null : new Subject(behalf, row.getObject("behalf_id", UUID.class)));
    }
}
