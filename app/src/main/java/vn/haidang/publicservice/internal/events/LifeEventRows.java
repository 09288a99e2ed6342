package vn.haidang.publicservice.internal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.LifeEvent.Handling;
import vn.haidang.publicservice.LifeEvent.Member;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.worktime.LegalDuration;

/** Life events with their services as they stand today, in one statement. */
@Component
public class LifeEventRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    LifeEventRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(LifeEvent event, Member member) {}

    public List<LifeEvent> all() {
        Map<String, LifeEvent> events = new LinkedHashMap<>();
        Map<String, List<Member>> members = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.code, e.kind, e.form, e.name, e.name_en, e.summary, e.summary_en, e.legal_basis, e.source,
                          e.confidence, p.ordinal, p.service, p.name as part, p.name_en as part_en, p.agency, p.agency_en, p.note,
                          p.note_en, p.pages, p.usual, coalesce(w.duration, v.duration) as duration, v.code is not null as listed,
                          case when p.handling = 'ours' and (v.form is null or v.duration is null or v.online_level = 'information'
                            or f.door <> 'own' or f.status_owner <> 'us') then 'by-hand' else p.handling end as handling
                        from publicservice.life_event e
                          join publicservice.life_event_part p on p.event = e.code
                          left join publicservice.service_version v
                            on v.code = p.service and v.validity @> cast(:today as date)
                          left join publicservice.service_channel w
                            on w.code = v.code and w.version = v.version and w.channel = 'online'
                          left join publicservice.front_door f
                            on f.service = p.service and f.validity @> cast(:today as date)
                        order by e.kind, e.ordinal, e.code, p.ordinal
                        """)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> read(row))
                .list()
                .forEach(row -> {
                    events.put(row.event().code(), row.event());
                    members.computeIfAbsent(row.event().code(), code -> new ArrayList<>())
                            .add(row.member());
                });
        return events.values().stream()
                .map(event -> new LifeEvent(
                        event.code(),
                        event.kind(),
                        event.form(),
                        event.name(),
                        event.summary(),
                        event.legalBasis(),
                        event.source(),
                        event.confidence(),
                        members.getOrDefault(event.code(), List.of())))
                .toList();
    }

    private static Row read(ResultSet row) throws SQLException {
        String duration = row.getString("duration");
        return new Row(
                new LifeEvent(
                        row.getString("code"),
                        row.getString("kind").equals("law") ? LifeEvent.Kind.LAW : LifeEvent.Kind.OFFER,
                        row.getString("form"),
                        new Bilingual(row.getString("name"), row.getString("name_en")),
                        new Bilingual(row.getString("summary"), row.getString("summary_en")),
                        row.getString("legal_basis"),
                        row.getString("source"),
                        row.getString("confidence"),
                        List.of()),
                new Member(
                        row.getInt("ordinal"),
                        row.getString("service"),
                        new Bilingual(row.getString("part"), row.getString("part_en")),
                        new Bilingual(row.getString("agency"), row.getString("agency_en")),
                        handling(row.getString("handling")),
                        duration == null ? null : LegalDuration.parse(duration),
                        row.getBoolean("listed"),
                        new Bilingual(row.getString("note"), row.getString("note_en")),
                        List.of((String[]) row.getArray("pages").getArray()),
                        row.getBoolean("usual")));
    }

    private static Handling handling(String code) {
        return switch (code) {
            case "ours" -> Handling.OURS;
            case "theirs" -> Handling.THEIRS;
            default -> Handling.BY_HAND;
        };
    }
}
