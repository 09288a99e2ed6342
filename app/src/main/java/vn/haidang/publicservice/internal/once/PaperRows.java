package vn.haidang.publicservice.internal.once;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;

/** The SQL of papers whose data the city holds, and of looking it up. */
@Component
public class PaperRows {

    /**
     * A paper and where its data is held.
     *
     * @param words folded, by which people name it
     */
    public record Paper(
            String code,
            String name,
            String nameEn,
            List<String> words,
            List<String> kinds,
            List<String> attributes,
            String source) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }
    }

    /**
     * That somebody looked.
     *
     * @param found {@code result}, {@code attribute} or {@code nothing}
     * @param held the file that was found, null for none
     * @param failure why it did not do, null while it does
     * @param reason why the applicant is asked all the same, null while they are not
     */
    public record Lookup(
            UUID id,
            UUID application,
            String paper,
            Instant at,
            String found,
            @Nullable UUID held,
            @Nullable String failure,
            @Nullable String reason,
            @Nullable LocalDate askedOn) {}

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Paper> papers(LocalDate day) {
        return jdbc.sql("""
                        select code, name, name_en, words, kinds, attributes, source from publicservice.known_paper
                        where valid @> cast(:day as date) order by name
                        """)
                .param("day", day)
                .query((row, number) -> new Paper(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        texts(row.getArray("words")),
                        texts(row.getArray("kinds")),
                        texts(row.getArray("attributes")),
                        row.getString("source")))
                .list();
    }

    void insert(Lookup lookup, UnitId unit, AccountId by, OffsetDateTime at, LocalDate day) {
        jdbc.sql("""
                        insert into publicservice.paper_lookup
                          (id, application, paper, unit, looked_by, looked_at, looked_on, found, held, failure)
                        values (:id, :application, :paper, :unit, :by, :at, :day, :found, :held, :failure)
                        """)
                .param("id", lookup.id())
                .param("application", lookup.application())
                .param("paper", lookup.paper())
                .param("unit", unit.value())
                .param("by", by.value())
                .param("at", at)
                .param("day", day)
                .param("found", lookup.found())
                .param("held", lookup.held(), Types.OTHER)
                .param("failure", lookup.failure())
                .update();
    }

    /** False where a reason was recorded before. */
    boolean mustAsk(UUID lookup, String failure, String reason, LocalDate day) {
        return jdbc.sql("""
                                update publicservice.paper_lookup set failure = :failure, reason = :reason, asked_on = :day
                                where id = :id and asked_on is null
                                """)
                        .param("id", lookup)
                        .param("failure", failure)
                        .param("reason", reason)
                        .param("day", day)
                        .update()
                == 1;
    }

    /** When the applicant of a case was last asked for more. */
    Optional<Instant> lastAsked(CaseId id) {
        return jdbc.sql("""
                        select at from casework.pub_event
                        where case_id = :case and verb = 'supplement-asked' order by case_version desc limit 1
                        """)
                .param("case", id.value())
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    List<Lookup> of(ApplicationId application) {
        return jdbc.sql("""
                        select id, application, paper, looked_at, found, held, failure, reason, asked_on
                        from publicservice.paper_lookup where application = :application order by looked_at desc, id desc
                        """)
                .param("application", application.value())
                .query((row, number) -> new Lookup(
                        row.getObject("id", UUID.class),
                        row.getObject("application", UUID.class),
                        row.getString("paper"),
                        row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                        row.getString("found"),
                        row.getObject("held", UUID.class),
                        row.getString("failure"),
                        row.getString("reason"),
                        row.getObject("asked_on", LocalDate.class)))
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
