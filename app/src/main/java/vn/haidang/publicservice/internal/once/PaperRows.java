package vn.haidang.publicservice.internal.once;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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

    void insert(Lookup lookup, UnitId unit, AccountId by, OffsetDateTime at) {
        jdbc.sql("""
                        insert into publicservice.paper_lookup
                          (id, application, paper, unit, looked_by, looked_at, found, held, failure)
                        values (:id, :application, :paper, :unit, :by, :at, :found, :held, :failure)
                        """)
                .param("id", lookup.id())
                .param("application", lookup.application())
                .param("paper", lookup.paper())
                .param("unit", unit.value())
                .param("by", by.value())
                .param("at", at)
                .param("found", lookup.found())
                .param("held", lookup.held(), Types.OTHER)
                .param("failure", lookup.failure())
                .update();
    }

    void mustAsk(UUID lookup, String failure, String reason, LocalDate day) {
        jdbc.sql("""
                        update publicservice.paper_lookup set failure = :failure, reason = :reason, asked_on = :day where id = :id
                        """)
                .param("id", lookup)
                .param("failure", failure)
                .param("reason", reason)
                .param("day", day)
                .update();
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
