package vn.haidang.publicservice.internal.once;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.AccountId;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.internal.voice.Voicing;
import vn.haidang.registry.KeptResult;

/** The SQL of papers whose data the city holds, and of looking it up. */
@Component
public class PaperRows {

    /**
     * A paper and where its data is held.
     *
     * @param words folded, by which people name it; where there are none it is recognised in no request
     * @param kinds of result that are this paper
     * @param services whose result is this paper
     */
    public record Paper(
            String code,
            String name,
            String nameEn,
            List<String> words,
            List<String> kinds,
            List<String> services,
            List<String> attributes,
            String source) {

        /** Whether some result can be this paper. */
        public boolean issued() {
            return !kinds.isEmpty() || !services.isEmpty();
        }

        public String name(boolean english) {
            return english ? nameEn : name;
        }
    }

    /**
     * A result in somebody's own store.
     *
     * @param service whose result it is, null where none of ours gave it
     * @param name of that service, null likewise
     */
    public record Held(
            KeptResult result,
            @Nullable String service,
            @Nullable Bilingual name) {

        public boolean is(Paper paper) {
            return paper.kinds().contains(result.kind())
                    || (service != null && paper.services().contains(service));
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
            String paper,
            Instant at,
            String found,
            @Nullable UUID held,
            @Nullable String failure,
            @Nullable String reason,
            @Nullable LocalDate askedOn) {}

    /** Before the number of a component of a service, where it stands for a paper. */
    static final String ITEM = "item-";

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all there ever were: what a form names goes on being a paper when its validity ends. */
    List<String> codes() {
        return jdbc.sql("select distinct code from publicservice.known_paper order by code")
                .query((row, number) -> row.getString("code"))
                .list();
    }

    List<Paper> papers(LocalDate day) {
        return jdbc.sql("""
                        select code, name, name_en, words, kinds, services, attributes, source from publicservice.known_paper
                        where valid @> cast(:day as date) order by name
                        """)
                .param("day", day)
                .query((row, number) -> new Paper(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        texts(row.getArray("words")),
                        texts(row.getArray("kinds")),
                        texts(row.getArray("services")),
                        texts(row.getArray("attributes")),
                        row.getString("source")))
                .list();
    }

    /**
     * The components of a dossier, or of the one a complaint or suggestion is about, that its service says a registry answers; its own
     * words name them, its own source says so.
     */
    List<Paper> answered(UUID matter) {
        return jdbc.sql("""
                        select i.ordinal, i.item, i.item_en, v.source
                        from publicservice.application a
                          join publicservice.service_item i on i.code = a.service_code and i.version = a.service_version
                          join publicservice.service_version v on v.code = i.code and v.version = i.version
                        where i.from_registry
                          and (a.id = :matter
                            or a.dossier_code = (select f.dossier_code from publicservice.feedback f where f.id = :matter))
                        order by i.ordinal
                        """)
                .param("matter", matter)
                .query((row, number) -> new Paper(
                        ITEM + row.getInt("ordinal"),
                        row.getString("item"),
                        row.getString("item_en"),
                        ItemWords.of(row.getString("item")),
                        List.of(),
                        List.of(),
                        List.of(),
                        row.getString("source")))
                .list();
    }

    /** The same results in the same order, each with the service that gave it; without those that their issuer has withdrawn. */
    public List<Held> held(List<KeptResult> results) {
        if (results.isEmpty()) {
            return List.of();
        }
        record Given(UUID file, String service, Bilingual name) {}
        List<Given> given = jdbc.sql("""
                        select r.file, a.service_code, v.short_name, v.name_en
                        from publicservice.result r
                        join publicservice.application a on a.id = r.application
                        join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
                        where r.file = any (:files)
                        """)
                .param("files", results.stream().map(KeptResult::file).toArray(UUID[]::new))
                .query((row, number) -> new Given(
                        row.getObject("file", UUID.class),
                        row.getString("service_code"),
                        new Bilingual(row.getString("short_name"), row.getString("name_en"))))
                .list();
        Set<UUID> withdrawn = jdbc.sql("select file from document.pub_withdrawn where file = any (:files)")
                .param("files", results.stream().map(KeptResult::file).toArray(UUID[]::new))
                .query((row, number) -> row.getObject("file", UUID.class))
                .set();
        return results.stream()
                .filter(result -> !withdrawn.contains(result.file()))
                .map(result -> given.stream()
                        .filter(each -> each.file().equals(result.file()))
                        .findFirst()
                        .map(each -> new Held(result, each.service(), each.name()))
                        .orElseGet(() -> new Held(result, null, null)))
                .toList();
    }

    void insert(Lookup lookup, PaperMatter matter, AccountId by, OffsetDateTime at, LocalDate day) {
        jdbc.sql("""
                        insert into publicservice.paper_lookup
                          (id, application, feedback, paper, unit, looked_by, looked_at, looked_on, found, held, failure)
                        values (:id, :application, :feedback, :paper, :unit, :by, :at, :day, :found, :held, :failure)
                        """)
                .param("id", lookup.id())
                .param("application", of(matter, PaperMatter.APPLICATION), Types.OTHER)
                .param("feedback", of(matter, Voicing.FEEDBACK), Types.OTHER)
                .param("paper", lookup.paper())
                .param("unit", matter.unit().value())
                .param("by", by.value())
                .param("at", at)
                .param("day", day)
                .param("found", lookup.found())
                .param("held", lookup.held(), Types.OTHER)
                .param("failure", lookup.failure())
                .update();
    }

    private static @Nullable UUID of(PaperMatter matter, String type) {
        return matter.subject().type().equals(type) ? matter.subject().id() : null;
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

    /** When the applicant or sender of a case was last asked for more, or its clock last stopped. */
    Optional<Instant> lastAsked(CaseId id) {
        return jdbc.sql("""
                        select at from casework.pub_event
                        where case_id = :case and verb in ('supplement-asked', 'clock-stopped') order by case_version desc limit 1
                        """)
                .param("case", id.value())
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Latest first. */
    List<Lookup> of(UUID matter) {
        return jdbc.sql("""
                        select id, paper, looked_at, found, held, failure, reason, asked_on
                        from publicservice.paper_lookup where application = :matter or feedback = :matter order by looked_at desc, id desc
                        """)
                .param("matter", matter)
                .query((row, number) -> new Lookup(
                        row.getObject("id", UUID.class),
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
