package vn.haidang.publicservice.internal.voice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** What applicants thought of how their dossiers were handled, for those who answer for it at the unit. */
@Component
public class Ratings {

    /** How far back it looks. */
    public static final Duration LATELY = Duration.ofDays(90);

    private static final String PURPOSE = "publicservice/ratings";

    private static final String THEIRS = """
            from publicservice.rating r
              join publicservice.application a on a.id = r.application
              join casework.pub_case c on c.id = a.case_id
              join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
            where r.rated_at >= :since and c.competent_unit = any (:units)
            """;

    /** One of them. */
    public record Rating(
            UUID caseId,
            String dossierCode,
            String service,
            String serviceEn,
            int stars,
            @Nullable String comment,
            Instant at) {

        public String service(boolean english) {
            return english ? serviceEn : service;
        }
    }

    /**
     * Those of the reader's units.
     *
     * @param perStar how many gave so many stars, every number of stars from 1 to 5
     * @param rows the newest first
     */
    public record Found(Map<Integer, Long> perStar, Slice<Rating> rows) {

        public Found {
            perStar = Map.copyOf(perStar);
        }

        public long of(int stars) {
            return perStar.getOrDefault(stars, 0L);
        }

        public long all() {
            return perStar.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Four stars or five. */
        public long satisfied() {
            return of(4) + of(5);
        }
    }

    private final FeedbackRows handled;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Ratings(FeedbackRows handled, JdbcClient jdbc, Journal journal, Clock clock) {
        this.handled = handled;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** Of the units at which the reader handles feedback; the look at whose dossiers they are is journaled. */
    public Found of(Reader reader, PageRequest page) {
        UUID[] units = handled.units(reader);
        OffsetDateTime since = clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC);
        Map<Integer, Long> perStar = new TreeMap<>();
        jdbc.sql("select r.stars, count(*) as given " + THEIRS + " group by r.stars")
                .param("since", since)
                .param("units", units)
                .query(row -> {
                    perStar.put(row.getInt("stars"), row.getLong("given"));
                });
        var total = new AtomicLong();
        List<Rating> rows = jdbc.sql("""
                        select c.id, a.dossier_code, v.short_name, v.name_en, r.stars, r.comment, r.rated_at, count(*) over () as total
                        """ + THEIRS + " order by r.rated_at desc, a.id limit :size offset :offset")
                .param("since", since)
                .param("units", units)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return new Rating(
                            row.getObject("id", UUID.class),
                            row.getString("dossier_code"),
                            row.getString("short_name"),
                            row.getString("name_en"),
                            row.getInt("stars"),
                            row.getString("comment"),
                            row.getObject("rated_at", OffsetDateTime.class).toInstant());
                })
                .list();
        journal.read(
                reader.actor(),
                PURPOSE,
                rows.stream()
                        .map(each -> new Subject("casework/case", each.caseId()))
                        .toList());
        return new Found(perStar, new Slice<>(rows, page, total.get()));
    }
}
