package vn.haidang.publicservice.internal.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.Derivation;

/** The SQL of requests about personal data. */
@Component
public class DataRequestRows {

    /**
     * A request as it was sent; every time is the first moment too late.
     *
     * @param answerFrom lower end where the sources give a span, null where they give one time
     * @param answerBy upper end
     * @param reasoning of the upper end
     */
    public record DataRequest(
            UUID id,
            AccountId account,
            PartyId party,
            String right,
            String words,
            UnitId unit,
            CaseId caseId,
            String code,
            Instant sentAt,
            Instant acknowledgeBy,
            @Nullable Instant answerFrom,
            Instant answerBy,
            Derivation reasoning,
            @Nullable Extension extension) {

        /** By when it is answered, put off or not. */
        public Instant due() {
            return extension == null ? answerBy : extension.to();
        }
    }

    /** That it was put off, once. */
    public record Extension(Instant at, Instant to, String why) {}

    /** A request with where its case stands and what it was answered. */
    public record Standing(
            DataRequest request,
            CaseStatus status,
            @Nullable String outcome,
            @Nullable Instant acceptedAt,
            @Nullable Instant closedAt,
            @Nullable String answer) {}

    private static final String STANDING = """
            select r.id, r.account, r.party, r.right_code, r.words, r.unit, r.case_id, r.code, r.sent_at, r.acknowledge_by, r.answer_from,
              r.answer_by, r.reasoning, r.extended_at, r.extended_to, r.extended_why, k.status, k.outcome, k.accepted_at,
              k.closed_at, e.reason as answer
            from publicservice.data_request r
            join casework.pub_case k on k.id = r.case_id
            left join lateral (select v.reason from casework.pub_event v
              where v.case_id = r.case_id and v.verb = 'closed' order by v.case_version desc limit 1) e on true
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DataRequestRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the same was sent before under this key. */
    boolean insert(DataRequest request, UUID key) {
        return jdbc.sql("""
                                insert into publicservice.data_request (id, key, account, party, right_code, words, unit, case_id, code,
                                  sent_at, acknowledge_by, answer_from, answer_by, reasoning)
                                values (:id, :key, :account, :party, :right, :words, :unit, :case, :code,
                                  :sent, :acknowledge, :from, :by, cast(:reasoning as jsonb))
                                on conflict (account, key) do nothing
                                """)
                        .param("id", request.id())
                        .param("key", key)
                        .param("account", request.account().value())
                        .param("party", request.party().value())
                        .param("right", request.right())
                        .param("words", request.words())
                        .param("unit", request.unit().value())
                        .param("case", request.caseId().value())
                        .param("code", request.code())
                        .param("sent", at(request.sentAt()))
                        .param("acknowledge", at(request.acknowledgeBy()))
                        .param(
                                "from",
                                request.answerFrom() == null ? null : at(request.answerFrom()),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("by", at(request.answerBy()))
                        .param("reasoning", json.writeValueAsString(request.reasoning()))
                        .update()
                == 1;
    }

    Optional<UUID> sent(AccountId account, UUID key) {
        return jdbc.sql("select id from publicservice.data_request where account = :account and key = :key")
                .param("account", account.value())
                .param("key", key)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** One's own, newest first. */
    public List<Standing> mine(Reader reader) {
        return jdbc.sql(STANDING + """
                         where r.party = any (:own) order by r.sent_at desc, r.id desc limit 100
                        """)
                .param("own", own(reader))
                .query((row, number) -> standing(row))
                .list();
    }

    public Optional<Standing> mine(UUID id, Reader reader) {
        return jdbc.sql(STANDING + " where r.id = :id and r.party = any (:own)")
                .param("id", id)
                .param("own", own(reader))
                .query((row, number) -> standing(row))
                .optional();
    }

    /** Without asking who reads; for the desk, once casework let its case through. */
    public Optional<Standing> any(UUID id) {
        return jdbc.sql(STANDING + " where r.id = :id")
                .param("id", id)
                .query((row, number) -> standing(row))
                .optional();
    }

    /** False when it was put off before. */
    boolean extend(UUID id, Instant now, AccountId by, Instant to, String why) {
        return jdbc.sql("""
                                update publicservice.data_request
                                set extended_at = :now, extended_by = :by, extended_to = :to, extended_why = :why
                                where id = :id and extended_at is null
                                """)
                        .param("id", id)
                        .param("now", at(now))
                        .param("by", by.value())
                        .param("to", at(to))
                        .param("why", why)
                        .update()
                == 1;
    }

    private Standing standing(ResultSet row) throws SQLException {
        Instant extended = instant(row, "extended_at");
        Instant to = instant(row, "extended_to");
        return new Standing(
                new DataRequest(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account", UUID.class)),
                        new PartyId(row.getObject("party", UUID.class)),
                        row.getString("right_code"),
                        row.getString("words"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("code"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getObject("acknowledge_by", OffsetDateTime.class).toInstant(),
                        instant(row, "answer_from"),
                        row.getObject("answer_by", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("reasoning"), Derivation.class),
                        extended == null || to == null
                                ? null
                                : new Extension(extended, to, row.getString("extended_why"))),
                CaseStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("outcome"),
                instant(row, "accepted_at"),
                instant(row, "closed_at"),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static UUID[] own(Reader reader) {
        return reader.ownParties().stream().map(PartyId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
