package vn.haidang.publicservice.internal.voice;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;

/** The complaints and suggestions somebody sent, with what was answered, as data of a copy. */
@Component
public class OwnFeedback {

    private final JdbcClient jdbc;

    OwnFeedback(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<Map<String, Object>> of(Reader reader) {
        UUID[] own = reader.ownParties().stream().map(PartyId::value).toArray(UUID[]::new);
        return jdbc.sql("""
                        select f.code, f.kind, f.about, coalesce(f.dossier_code, '') as dossier, coalesce(f.official, '') as official,
                          f.words, f.may_publish, f.sent_at, coalesce(c.outcome, '') as outcome,
                          coalesce((select string_agg(m.words, E'\\n' order by m.round)
                            from publicservice.feedback_more m where m.feedback = f.id), '') as added,
                          coalesce((select e.reason from casework.pub_event e
                            where e.case_id = f.case_id and e.outcome in ('answer', 'refuse')
                            order by e.id desc limit 1), '') as answer
                        from publicservice.feedback f join casework.pub_case c on c.id = f.case_id
                        where f.party = any (:own)
                        order by f.sent_at desc, f.id
                        """)
                .param("own", own)
                .query((row, number) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    for (String field : List.of("code", "kind", "about", "dossier", "official", "words", "added")) {
                        one.put(field, row.getString(field));
                    }
                    one.put("mayPublish", row.getBoolean("may_publish"));
                    one.put(
                            "sentAt",
                            row.getObject("sent_at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString());
                    one.put("outcome", row.getString("outcome"));
                    one.put("answer", row.getString("answer"));
                    return one;
                })
                .list();
    }
}
