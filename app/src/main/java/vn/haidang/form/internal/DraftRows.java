package vn.haidang.form.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.form.Answer;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.FormDefinition;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.ui.Problem;

/** The SQL of drafts and their answers. */
@Component
public class DraftRows {

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final Clock clock;

    DraftRows(JdbcClient jdbc, Definitions definitions, Clock clock) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.clock = clock;
    }

    public DraftId insert(
            FormDefinition form,
            Set<String> leftOut,
            String about,
            AccountId owner,
            PartyId party,
            Map<String, Answer> answers) {
        DraftId id = DraftId.next(clock);
        definitions.use(form);
        jdbc.sql("""
                insert into form.draft (id, form, version, left_out, about, owner, party, started_at, saved_at)
                values (:id, :form, :version, :leftOut, :about, :owner, :party, :now, :now)
                """)
                .param("id", id.value())
                .param("form", form.code())
                .param("version", form.version())
                .param("leftOut", leftOut.toArray(String[]::new))
                .param("about", about)
                .param("owner", owner.value())
                .param("party", party.is(owner) ? null : party.value(), Types.OTHER)
                .param("now", OffsetDateTime.now(clock))
                .update();
        insertKnown(id, answers);
        return id;
    }

    /** Other pages are asked from now on, and for something else; what is answered there for the first time is known. */
    public void ask(DraftId id, String about, Set<String> leftOut, Map<String, Answer> known) {
        jdbc.sql("update form.draft set about = :about, left_out = :leftOut, saved_at = :now where id = :id")
                .param("id", id.value())
                .param("about", about)
                .param("leftOut", leftOut.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
        insertKnown(id, known);
    }

    private void insertKnown(DraftId id, Map<String, Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        var known = List.copyOf(answers.entrySet());
        jdbc.sql("""
                insert into form.draft_answer (draft, field, value, known, source, as_of, saved_at)
                select :draft, field, value, value, source, as_of::date, :now
                from unnest(:fields::text[], :values::text[], :sources::text[], :days::text[])
                    as known(field, value, source, as_of)
                """)
                .param("draft", id.value())
                .param("fields", known.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "values",
                        known.stream().map(each -> each.getValue().value()).toArray(String[]::new))
                .param(
                        "sources",
                        known.stream().map(each -> each.getValue().source()).toArray(String[]::new))
                .param(
                        "days",
                        known.stream()
                                .map(each -> String.valueOf(each.getValue().asOf()))
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Holds a draft until the transaction ends; false when it is finished or gone. */
    boolean holdOpen(DraftId id) {
        return jdbc.sql("select id from form.draft where id = :id and finished_at is null for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Holds a draft of this owner until the transaction ends; false when there is none. */
    public boolean hold(DraftId id, AccountId owner, PartyId party) {
        return jdbc.sql("select d.id from form.draft d where d.id = :id and " + OWN + " for update")
                .param("id", id.value())
                .param("owner", owner.value())
                .param("party", party.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    public Optional<Draft> find(DraftId id, AccountId owner, PartyId party) {
        return assemble(jdbc.sql(SELECT + " where d.id = :id and " + OWN + " order by a.field")
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .param("party", party.value()))
                .stream()
                .findFirst();
    }

    public List<Draft> open(AccountId owner, PartyId party) {
        return assemble(jdbc.sql(SELECT + " where " + OWN + """
                 and d.finished_at is null
                order by d.saved_at desc, d.id desc, a.field
                """)
                .param("owner", owner.value())
                .param("party", party.value()));
    }

    /** When it was saved. */
    public Instant save(DraftId id, Map<String, String> values) {
        OffsetDateTime now = now();
        jdbc.sql("""
                    with touched as (update form.draft set saved_at = :now where id = :draft)
                    insert into form.draft_answer (draft, field, value, saved_at)
                    select :draft, field, value, :now from unnest(:fields::text[], :values::text[]) as sent(field, value)
                    on conflict (draft, field) do update set value = excluded.value, saved_at = excluded.saved_at
                    """)
                .param("draft", id.value())
                .param("fields", values.keySet().toArray(String[]::new))
                .param("values", values.values().toArray(String[]::new))
                .param("now", now)
                .update();
        return now.toInstant();
    }

    /** Answers with what is known of them, whatever was known before. */
    public void fill(DraftId id, Map<String, Answer> answers) {
        List<Map.Entry<String, Answer>> news = List.copyOf(answers.entrySet());
        jdbc.sql("""
                with touched as (update form.draft set saved_at = :now where id = :draft)
                insert into form.draft_answer (draft, field, value, known, source, as_of, saved_at)
                select :draft, field, value, known, source, as_of::date, :now
                from unnest(:fields::text[], :values::text[], :known::text[], :sources::text[], :days::text[])
                    as filled(field, value, known, source, as_of)
                on conflict (draft, field) do update
                set value = excluded.value, known = excluded.known, source = excluded.source, as_of = excluded.as_of,
                    saved_at = excluded.saved_at
                """)
                .param("draft", id.value())
                .param("fields", texts(news, Map.Entry::getKey))
                .param("values", texts(news, each -> each.getValue().value()))
                .param("known", texts(news, each -> each.getValue().known()))
                .param("sources", texts(news, each -> each.getValue().source()))
                .param("days", texts(news, each -> {
                    LocalDate day = each.getValue().asOf();
                    return day == null ? null : day.toString();
                }))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static @Nullable String[] texts(
            List<Map.Entry<String, Answer>> answers, Function<Map.Entry<String, Answer>, @Nullable String> text) {
        return answers.stream().map(text).toArray(String[]::new);
    }

    public void attach(DraftId id, String field, FileId file) {
        jdbc.sql("""
                with touched as (update form.draft set saved_at = :now where id = :draft)
                insert into form.draft_answer (draft, field, value, saved_at)
                values (:draft, :field, :file, :now)
                on conflict (draft, field) do update
                set value = trim(draft_answer.value || ' ' || excluded.value), saved_at = excluded.saved_at
                """)
                .param("draft", id.value())
                .param("field", field)
                .param("file", file.value().toString())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    public boolean detach(DraftId id, String field, FileId file) {
        int removed = jdbc.sql("""
                update form.draft_answer
                set value = array_to_string(array_remove(string_to_array(value, ' '), :file), ' '), saved_at = :now
                where draft = :draft and field = :field and :file = any(string_to_array(value, ' '))
                """)
                .param("draft", id.value())
                .param("field", field)
                .param("file", file.value().toString())
                .param("now", OffsetDateTime.now(clock))
                .update();
        touch(id);
        return removed > 0;
    }

    /** When it was finished. */
    public Instant finish(DraftId id) {
        OffsetDateTime now = now();
        jdbc.sql("update form.draft set finished_at = :now, saved_at = :now where id = :id")
                .param("id", id.value())
                .param("now", now)
                .update();
        return now.toInstant();
    }

    /** To the microsecond, as the database keeps it. */
    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    /** A draft that is gone, with what its answers named as files. */
    record Gone(DraftId id, List<FileId> files) {}

    /** Deletes what was last saved before this instant. */
    List<Gone> deleteSavedBefore(Instant before) {
        return jdbc.sql("""
                with gone as (delete from form.draft where saved_at < :before returning id)
                select g.id, coalesce(string_agg(a.value, ' '), '') as files
                from gone g
                left join form.draft_answer a on a.draft = g.id
                  and a.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}( [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*$'
                group by g.id
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Gone(
                        new DraftId(row.getObject("id", UUID.class)),
                        Draft.files(Answer.typed(row.getString("files")))))
                .list();
    }

    /** False for one that was handed in meanwhile, or is gone. */
    public boolean deleteOpen(DraftId id) {
        return jdbc.sql("delete from form.draft where id = :id and finished_at is null")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private void touch(DraftId id) {
        jdbc.sql("update form.draft set saved_at = :now where id = :id")
                .param("id", id.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The owner's, in the name they now act in. */
    private static final String OWN = "d.owner = :owner and coalesce(d.party, d.owner) = :party";

    private static final String SELECT = """
            select d.id, d.form, d.version, d.left_out, d.about, d.owner, d.party, d.started_at, d.saved_at, d.finished_at,
                   a.field, a.value, a.known, a.source, a.as_of
            from form.draft d
            left join form.draft_answer a on a.draft = d.id""";

    private List<Draft> assemble(JdbcClient.StatementSpec statement) {
        Map<UUID, Draft> heads = new LinkedHashMap<>();
        Map<UUID, Map<String, Answer>> answers = new LinkedHashMap<>();
        statement.query((RowCallbackHandler) row -> {
            UUID id = row.getObject("id", UUID.class);
            if (!heads.containsKey(id)) {
                heads.put(id, head(row));
            }
            String field = row.getString("field");
            if (field != null) {
                answers.computeIfAbsent(id, each -> new LinkedHashMap<>()).put(field, answer(row));
            }
        });
        List<Draft> drafts = new ArrayList<>();
        heads.forEach((id, head) -> drafts.add(new Draft(
                head.id(),
                head.about(),
                head.form(),
                head.leftOut(),
                head.owner(),
                head.party(),
                answers.getOrDefault(id, Map.of()),
                head.startedAt(),
                head.savedAt(),
                head.finishedAt())));
        return drafts;
    }

    private Draft head(ResultSet row) throws SQLException {
        String form = row.getString("form");
        FormDefinition definition = definitions
                .version(form, row.getInt("version"))
                .orElseThrow(() -> Problem.of("form/no-such-form", 404, form).exception());
        Set<String> leftOut = Set.of((String[]) row.getArray("left_out").getArray());
        AccountId owner = new AccountId(row.getObject("owner", UUID.class));
        UUID party = row.getObject("party", UUID.class);
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                row.getString("about"),
                definition.without(leftOut),
                leftOut,
                owner,
                party == null ? PartyId.of(owner) : new PartyId(party),
                Map.of(),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static Answer answer(ResultSet row) throws SQLException {
        @Nullable String known = row.getString("known");
        return new Answer(
                row.getString("value"), known, row.getString("source"), row.getObject("as_of", LocalDate.class));
    }
}
