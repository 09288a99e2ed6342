package vn.haidang.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.journal.EntryId;
import vn.haidang.journal.Reading;
import vn.haidang.journal.Subject;
import vn.haidang.journal.SubjectLook;
import vn.haidang.journal.SubjectReading;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** Readings as people understand them: one look at one thing, by however many parts of a page it was read. */
@Component
public class LookRows {

    /** Merged before they are counted and cut into pages, so that no look is cut in two and the count is of looks. */
    @Language("SQL")
    private static final String LOOKS_OF = """
            with asked as materialized (
              select a.type, a.id, a.label
              from unnest(cast(:types as text[]), cast(:ids as uuid[]), cast(:labels as text[])) as a (type, id, label)
            ), reading as (
              select e.id, e.at, e.actor_kind, e.actor_id, e.behalf_type, e.behalf_id, e.reason, m.labels
              from journal.entry e
              cross join lateral (
                select count(*) as named, array_agg(distinct a.label order by a.label) filter (where a.label <> '') as labels
                from unnest(e.subject_types, e.subject_ids) s (type, id)
                join asked a on a.type = s.type and a.id = s.id) m
              where e.kind = 'read' and e.subject_ids && cast(:ids as uuid[]) and m.named > 0
                and e.actor_id is distinct from cast(:except as uuid)
            ), look as (
              select array_agg(r.id order by r.id desc) as entries, max(r.at) as at, r.actor_kind, r.actor_id, r.behalf_type,
                r.behalf_id, array_agg(distinct r.reason) as purposes, (array_agg(r.reason order by r.id desc))[1] as reason,
                count(*) over () as total
              from reading r
              group by r.actor_kind, r.actor_id, r.behalf_type, r.behalf_id, r.labels, date_trunc('minute', r.at)
              order by entries desc
              limit :size offset :offset
            )
            select l.entries[1] as id, l.at, l.actor_kind, l.actor_id, l.behalf_type, l.behalf_id, l.reason, l.purposes, l.total,
              m.types, m.ids
            from look l
            cross join lateral (
              select array_agg(d.type order by d.label, d.type, d.id) as types, array_agg(d.id order by d.label, d.type, d.id) as ids
              from (
                select distinct a.type, a.id, a.label
                from journal.entry e
                cross join lateral unnest(e.subject_types, e.subject_ids) s (type, id)
                join asked a on a.type = s.type and a.id = s.id
                where e.id = any (l.entries)) d) m
            order by l.entries desc
            """;

    private final JdbcClient database;

    LookRows(JdbcClient database) {
        this.database = database;
    }

    public Slice<SubjectLook> of(Map<Subject, String> subjects, @Nullable UUID except, PageRequest page) {
        List<Map.Entry<Subject, String>> asked = List.copyOf(subjects.entrySet());
        var total = new AtomicLong();
        List<SubjectLook> looks = database.sql(LOOKS_OF)
                .param("types", asked.stream().map(each -> each.getKey().type()).toArray(String[]::new))
                .param("ids", asked.stream().map(each -> each.getKey().id()).toArray(UUID[]::new))
                .param("labels", asked.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .param("except", except, Types.OTHER)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return look(row);
                })
                .list();
        return new Slice<>(looks, page, total.get());
    }

    private static SubjectLook look(ResultSet row) throws SQLException {
        var types = (String[]) row.getArray("types").getArray();
        var ids = (UUID[]) row.getArray("ids").getArray();
        List<Subject> named = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            named.add(new Subject(types[i], ids[i]));
        }
        var latest = new Reading(
                new EntryId(row.getObject("id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                EntryRows.actor(row),
                row.getString("reason"));
        return new SubjectLook(new SubjectReading(latest, named), List.of((String[])
                row.getArray("purposes").getArray()));
    }
}
