package vn.haidang.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.journal.EntryId;
import vn.haidang.journal.Inscription;
import vn.haidang.journal.Reading;
import vn.haidang.journal.Subject;
import vn.haidang.journal.SubjectReading;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The rows of {@code journal.entry}, with the queue to the sealer and the salts. */
@Component
public class EntryRows {

    /** Parts of a {@code with}; their names and parameters begin with {@code journal_}, to stand beside anybody's. */
    private static final String QUEUED = """
            journal_queued as (
              insert into journal.unsealed (entry) values (:journal_id)
            ), journal_salted as (
              insert into journal.salt (entry, salt)
              select :journal_id, s.salt from (select cast(:journal_salt as bytea) as salt) s where s.salt is not null
            )
            """;

    private static final String ENTERED = """
            insert into journal.entry (
              id, at, kind, actor_kind, actor_id, behalf_type, behalf_id, verb, subject_types, subject_ids,
              change_fields, change_from, change_to, reason, hash)
            values (
              :journal_id, :journal_at, :journal_kind, :journal_actor_kind, :journal_actor_id, :journal_behalf_type,
              :journal_behalf_id, :journal_verb, :journal_subject_types, cast(:journal_subject_ids as uuid[]),
              :journal_change_fields, :journal_change_from, :journal_change_to, :journal_reason, :journal_hash)
            """;

    private static final String ADD = "with " + QUEUED + ENTERED;
    private static final String PARTS = QUEUED + ", journal_entered as (" + ENTERED + ")";

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
    private static final String READS_OF_ANY = """
            with asked as materialized (
              select a.type, a.id from unnest(cast(:types as text[]), cast(:ids as uuid[])) as a (type, id)
            )
            select e.id, e.at, e.actor_kind, e.actor_id, e.behalf_type, e.behalf_id, e.reason, m.types, m.ids,
              count(*) over () as total
            from journal.entry e
            cross join lateral (
              select array_agg(a.type) as types, array_agg(a.id) as ids
              from unnest(e.subject_types, e.subject_ids) s (type, id)
              join asked a on a.type = s.type and a.id = s.id) m
            where e.kind = 'read' and e.subject_ids && cast(:ids as uuid[]) and m.ids is not null
              and e.actor_id is distinct from cast(:except as uuid)
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
        database.sql(ADD).params(parameters(entry, hash, salt)).update();
    }

    static Inscription inscription(Entry entry, byte[] hash, byte @Nullable [] salt) {
        return new Inscription(new EntryId(entry.id()), PARTS, parameters(entry, hash, salt));
    }

    private static Map<String, Object> parameters(Entry entry, byte[] hash, byte @Nullable [] salt) {
        var changes = entry.changes();
        var subjects = entry.subjects();
        var behalf = entry.actor().behalf();
        Map<String, Object> all = new HashMap<>();
        all.put("journal_id", entry.id());
        all.put("journal_salt", new SqlParameterValue(Types.BINARY, salt));
        all.put("journal_at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
        all.put("journal_kind", Canonical.word(entry.kind()));
        all.put("journal_actor_kind", Canonical.word(entry.actor().kind()));
        all.put(
                "journal_actor_id",
                new SqlParameterValue(Types.OTHER, entry.actor().id()));
        all.put("journal_behalf_type", new SqlParameterValue(Types.VARCHAR, behalf == null ? null : behalf.type()));
        all.put("journal_behalf_id", new SqlParameterValue(Types.OTHER, behalf == null ? null : behalf.id()));
        all.put("journal_verb", entry.verb());
        all.put("journal_subject_types", subjects.stream().map(Subject::type).toArray(String[]::new));
        all.put(
                "journal_subject_ids",
                subjects.stream().map(subject -> subject.id().toString()).toArray(String[]::new));
        all.put(
                "journal_change_fields",
                changes.stream().map(Entry.HashedChange::field).toArray(String[]::new));
        all.put(
                "journal_change_from",
                changes.stream().map(Entry.HashedChange::from).toArray(byte[][]::new));
        all.put(
                "journal_change_to",
                changes.stream().map(Entry.HashedChange::to).toArray(byte[][]::new));
        all.put("journal_reason", new SqlParameterValue(Types.VARCHAR, entry.reason()));
        all.put("journal_hash", hash);
        return all;
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

    public Slice<SubjectReading> readsOf(Collection<Subject> subjects, @Nullable UUID except, PageRequest page) {
        var total = new AtomicLong();
        var rows = database.sql(READS_OF_ANY)
                .param("types", subjects.stream().map(Subject::type).toArray(String[]::new))
                .param("ids", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .param("except", except, Types.OTHER)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    var types = (String[]) row.getArray("types").getArray();
                    var ids = (UUID[]) row.getArray("ids").getArray();
                    List<Subject> named = new ArrayList<>(ids.length);
                    for (int i = 0; i < ids.length; i++) {
                        named.add(new Subject(types[i], ids[i]));
                    }
                    return new SubjectReading(
                            new Reading(
                                    new EntryId(row.getObject("id", UUID.class)),
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    actor(row),
                                    row.getString("reason")),
                            named);
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

    static Actor actor(ResultSet row) throws SQLException {
        var behalf = row.getString("behalf_type");
        return new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                row.getObject("actor_id", UUID.class),
                behalf == null ? null : new Subject(behalf, row.getObject("behalf_id", UUID.class)));
    }
}
