package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;

/** Stops of clocks, by a request for a supplement or by hand, that a head should look at. */
@Component
public class StoppedClocks {

    /** Heads and leaders at their unit. */
    public static final String ACTION = "publicservice/watch-clocks";

    /** How far back it looks. */
    public static final Duration LATELY = Duration.ofDays(90);

    private static final int MOST = 2000;

    /** Why one is worth a look. */
    public enum Sign {
        /** Stopped on the last day of the time limit or after it, of a limit longer than a day. */
        LAST_DAY,
        /** Not the first of its kind: a second request makes the dossier late for the national portal. */
        AGAIN,
        /** No paper of the procedure is named. */
        NAMELESS,
        /** No legal basis is given. */
        BASELESS
    }

    /**
     * One stop.
     *
     * @param askedBy who asked, empty where it is not known
     */
    public record Request(
            UUID caseId,
            String dossierCode,
            String service,
            String serviceEn,
            UnitId unit,
            Instant askedAt,
            String reason,
            String askedBy,
            Set<Sign> signs) {

        public Request {
            signs = Set.copyOf(signs);
        }

        public String service(boolean english) {
            return english ? serviceEn : service;
        }
    }

    /**
     * What a head sees.
     *
     * @param asked how many stops there were in all
     * @param signed those with a sign, the newest first; of very many stops only the latest are looked at
     */
    public record Found(long asked, List<Request> signed) {

        public Found {
            signed = List.copyOf(signed);
        }

        public long with(Sign sign) {
            return signed.stream().filter(each -> each.signs().contains(sign)).count();
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Powers powers;
    private final Journal journal;
    private final Clock clock;

    StoppedClocks(JdbcClient jdbc, JsonMapper json, Powers powers, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.powers = powers;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those of the units the reader heads. */
    public Found of(Reader reader) {
        UUID[] units = powers.units(reader, ACTION).stream().map(UnitId::value).toArray(UUID[]::new);
        var total = new AtomicLong();
        List<Request> all = jdbc.sql("""
                        select c.id, a.dossier_code, v.short_name, v.name_en, c.competent_unit, p.from_at, p.kind, p.reason, p.legal_basis,
                          coalesce(n.display_name, '') as asked_by,
                          coalesce(cast((p.due_before - interval '1 microsecond') at time zone 'Asia/Ho_Chi_Minh' as date)
                              <= cast(p.from_at at time zone 'Asia/Ho_Chi_Minh' as date)
                            and cast(c.received_at at time zone 'Asia/Ho_Chi_Minh' as date)
                              < cast(p.from_at at time zone 'Asia/Ho_Chi_Minh' as date), false) as last_day,
                          exists (select from casework.pub_pause e
                            where e.case_id = p.case_id and e.kind = p.kind and e.from_at < p.from_at) as again,
                          coalesce((select jsonb_agg(i.item) from publicservice.service_item i
                            where i.code = a.service_code and i.version = a.service_version), '[]') as papers,
                          exists (select from casework.pub_asked_paper n where n.pause_id = p.id) as named,
                          count(*) over () as total
                        from casework.pub_pause p
                          join casework.pub_case c on c.id = p.case_id
                          join publicservice.application a on a.case_id = p.case_id
                          join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
                          left join identity.pub_account n on n.id = p.asked_by
                        where p.from_at >= :since and c.competent_unit = any (:units)
                        order by p.from_at desc, p.id desc
                        limit :most
                        """)
                .param("since", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("units", units)
                .param("most", MOST)
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return request(row);
                })
                .list();
        List<Request> signed =
                all.stream().filter(each -> !each.signs().isEmpty()).toList();
        journal.read(
                reader.actor(),
                "publicservice/stopped-clocks",
                signed.stream()
                        .map(each -> new Subject("casework/case", each.caseId()))
                        .toList());
        return new Found(total.get(), signed);
    }

    private Request request(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        List<String> papers = Arrays.asList(json.readValue(row.getString("papers"), String[].class));
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        if (row.getBoolean("last_day")) {
            signs.add(Sign.LAST_DAY);
        }
        if (row.getBoolean("again")) {
            signs.add(Sign.AGAIN);
        }
        boolean supplement = row.getString("kind").equals("SUPPLEMENT");
        boolean named = row.getBoolean("named") || NamedPapers.in(reason, papers);
        if (supplement && !papers.isEmpty() && !named) {
            signs.add(Sign.NAMELESS);
        }
        if (row.getString("legal_basis") == null) {
            signs.add(Sign.BASELESS);
        }
        return new Request(
                row.getObject("id", UUID.class),
                row.getString("dossier_code"),
                row.getString("short_name"),
                row.getString("name_en"),
                new UnitId(row.getObject("competent_unit", UUID.class)),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                reason,
                row.getString("asked_by"),
                signs);
    }
}
