package vn.haidang.publicservice.internal.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The SQL of complaints and suggestions. */
@Component
public class FeedbackRows {

    /** Holders at the unit of a feedback see it and handle it. */
    public static final String ACTION = "publicservice/feedback";

    /** Whom feedback is about has nothing to do with it, nor has anybody in their stead; of {@code f} and {@link #sight}. */
    static final String NOT_ABOUT = notAbout("c.competent_unit");

    private static final String FEEDBACK = """
            select f.id, f.code, f.kind, f.about, f.dossier_code, f.service_code, v.short_name, v.name_en, c.competent_unit as unit, f.official, f.account, f.party, f.sender_name,
              f.phone, f.words, f.may_publish, f.case_id, c.status, c.outcome, f.sent_at, f.refuse_by, f.ask_by, c.due_at, f.publish_by,
              f.on_time, case when p.feedback is null then null when p.withheld is null then 'PUBLISHED' else 'WITHHELD' end
                as publication, count(*) over () as total
            from publicservice.feedback f
              join casework.pub_case c on c.id = f.case_id
              left join publicservice.feedback_publication p on p.feedback = f.id
              left join lateral (
                select s.short_name, s.name_en from publicservice.service_version s where s.code = f.service_code
                order by s.version desc limit 1
              ) v on true
            """;

    /** @param unit the column of the unit at which it lies */
    static String notAbout(String unit) {
        return """
                not exists (
                  select from casework.pub_barred b
                  where b.case_id = f.case_id
                    and (b.account = :me or (b.account = any (:principals) and %s <> all (:own_handled))))
                """.formatted(unit);
    }

    private final JdbcClient jdbc;
    private final Powers powers;

    FeedbackRows(JdbcClient jdbc, Powers powers) {
        this.jdbc = jdbc;
        this.powers = powers;
    }

    /**
     * What is known of the dossier a sender names.
     *
     * @param unit that is competent for it now
     */
    record Dossier(String code, PartyId party, UnitId unit, String service) {}

    Optional<Dossier> dossier(String code) {
        return jdbc.sql("""
                        select a.dossier_code, a.party, c.competent_unit as unit, a.service_code
                        from publicservice.application a join casework.pub_case c on c.id = a.case_id
                        where a.dossier_code = :code
                        """)
                .param("code", code)
                .query((row, number) -> new Dossier(
                        row.getString("dossier_code"),
                        new PartyId(row.getObject("party", UUID.class)),
                        unit(row),
                        row.getString("service_code")))
                .optional();
    }

    /** Until the end of the transaction nobody else sends anything with this account. */
    void lock(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "publicservice/feedback/" + account.value())
                .query((row, number) -> 0)
                .single();
    }

    Optional<FeedbackId> sent(AccountId enteredBy, UUID key) {
        return jdbc.sql("select id from publicservice.feedback where entered_by = :by and submission_key = :key")
                .param("by", enteredBy.value())
                .param("key", key)
                .query((row, number) -> new FeedbackId(row.getObject("id", UUID.class)))
                .optional();
    }

    public Optional<String> writtenBy(FeedbackId id, Reader reader) {
        return jdbc.sql("select code from publicservice.feedback where id = :id and entered_by = :me")
                .param("id", id.value())
                .params(sight(reader))
                .query(String.class)
                .optional();
    }

    /** The next number of a day, of the whole city. */
    int number(LocalDate day) {
        return jdbc.sql("""
                        insert into publicservice.feedback_counter as counter (day, last) values (:day, 1)
                        on conflict (day) do update set last = counter.last + 1
                        returning last
                        """).param("day", day).query(Integer.class).single();
    }

    void insert(Feedback sent, AccountId enteredBy, UUID key, LocalDate day) {
        AccountId account = sent.account();
        PartyId party = sent.party();
        jdbc.sql("""
                        insert into publicservice.feedback (id, code, kind, about, dossier_code, service_code, unit, official, account, party,
                          entered_by, submission_key, sender_name, phone, words, may_publish, case_id, sent_at, sent_on, refuse_by, ask_by)
                        values (:id, :code, :kind, :about, :dossier, :service, :unit, :official, :account, :party, :by, :key, :name, :phone,
                          :words, :may, :case, :at, :day, :refuse, :ask)
                        """)
                .param("id", sent.id().value())
                .param("code", sent.code())
                .param("kind", sent.kind().code())
                .param("about", sent.about().code())
                .param("dossier", sent.dossierCode())
                .param("service", sent.service())
                .param("unit", sent.unit().value())
                .param("official", sent.official())
                .param("account", account == null ? null : account.value())
                .param("party", party == null ? null : party.value())
                .param("by", enteredBy.value())
                .param("key", key)
                .param("name", sent.senderName())
                .param("phone", sent.phone())
                .param("words", sent.words())
                .param("may", sent.mayPublish())
                .param("case", sent.caseId().value())
                .param("at", at(sent.sentAt()))
                .param("day", day)
                .param("refuse", at(sent.refuseBy()))
                .param("ask", at(sent.askBy()))
                .update();
    }

    public Optional<Feedback> own(FeedbackId id, Reader reader) {
        return jdbc.sql(FEEDBACK + " where f.id = :id and f.party = any (:own)")
                .param("id", id.value())
                .param("own", own(reader))
                .query((row, number) -> feedback(row))
                .optional();
    }

    public Slice<Feedback> mine(Reader reader, PageRequest page) {
        return slice(" where f.party = any (:own) order by f.sent_at desc, f.id", reader, page);
    }

    public Optional<Feedback> atDesk(FeedbackId id, Reader reader) {
        return jdbc.sql(FEEDBACK + " where f.id = :id and c.competent_unit = any (:handled) and " + NOT_ABOUT)
                .param("id", id.value())
                .params(sight(reader))
                .query((row, number) -> feedback(row))
                .optional();
    }

    public Slice<Feedback> desk(Reader reader, PageRequest page) {
        return slice("""
                 where c.competent_unit = any (:handled) and\s""" + NOT_ABOUT + """
                order by case when c.closed_at is null then 0 when c.outcome = 'done' and p.feedback is null then 1 else 2 end,
                  coalesce(case when c.closed_at is null then c.due_at else f.publish_by end, 'infinity'), f.sent_at desc, f.id
                """, reader, page);
    }

    /** Without asking who reads, for the module itself. */
    public Optional<Feedback> any(FeedbackId id) {
        return jdbc.sql(FEEDBACK + " where f.id = :id")
                .param("id", id.value())
                .query((row, number) -> feedback(row))
                .optional();
    }

    Optional<Feedback> ofCase(CaseId id) {
        return jdbc.sql(FEEDBACK + " where f.case_id = :id")
                .param("id", id.value())
                .query((row, number) -> feedback(row))
                .optional();
    }

    /** When its sender was asked for more, oldest first. */
    List<Instant> asked(CaseId id) {
        return jdbc.sql(
                        "select at from casework.pub_event where case_id = :id and verb = 'supplement-asked' order by at")
                .param("id", id.value())
                .query((row, number) -> instant(row, "at"))
                .list();
    }

    /** From then on it stands at the unit that ended it, which may have succeeded the one it was about. */
    void end(Feedback ended, LocalDate day, boolean onTime, @Nullable Instant publishBy) {
        jdbc.sql("""
                        update publicservice.feedback set unit = :unit, ended_on = :day, on_time = :on_time,
                          publish_by = cast(:publish as timestamptz)
                        where id = :id
                        """)
                .param("id", ended.id().value())
                .param("unit", ended.unit().value())
                .param("day", day)
                .param("on_time", onTime)
                .param("publish", publishBy == null ? null : at(publishBy))
                .update();
    }

    /** Whether this key added something before. */
    boolean added(FeedbackId id, UUID key) {
        return jdbc.sql("""
                        select exists (select from publicservice.feedback_more where feedback = :id and submission_key = :key)
                        """)
                .param("id", id.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    void add(FeedbackId id, UUID key, String words, Instant now) {
        jdbc.sql("""
                        insert into publicservice.feedback_more (feedback, round, submission_key, words, given_at)
                        select :id, coalesce(max(round), 0) + 1, :key, :words, :now
                        from publicservice.feedback_more where feedback = :id
                        """)
                .param("id", id.value())
                .param("key", key)
                .param("words", words)
                .param("now", at(now))
                .update();
    }

    public List<String> added(FeedbackId id) {
        return jdbc.sql("select words from publicservice.feedback_more where feedback = :id order by round")
                .param("id", id.value())
                .query((row, number) -> row.getString("words"))
                .list();
    }

    /** The unit it was about when it was sent, from its end on the one that ended it. */
    UnitId about(FeedbackId id) {
        return jdbc.sql("select unit from publicservice.feedback where id = :id")
                .param("id", id.value())
                .query((row, number) -> unit(row))
                .single();
    }

    /** By name, whom its case is kept from. */
    public List<String> keptFrom(CaseId id) {
        return jdbc.sql("""
                        select a.display_name
                        from casework.pub_barred b join identity.pub_account a on a.id = b.account
                        where b.case_id = :case
                        order by a.display_name, a.id
                        """)
                .param("case", id.value())
                .query((row, number) -> row.getString("display_name"))
                .list();
    }

    /** The units at which the reader handles feedback. */
    Set<UnitId> handled(Reader reader) {
        return powers.units(reader, ACTION);
    }

    /** Whether it is about the reader, or whom they stand in for, who would see it otherwise. */
    boolean isAbout(FeedbackId id, Reader reader) {
        return jdbc.sql("""
                        select exists (
                          select from publicservice.feedback f join casework.pub_barred b on b.case_id = f.case_id
                          where f.id = :id and (b.account = :me or b.account = any (:principals)))
                        """)
                .param("id", id.value())
                .params(sight(reader))
                .query(Boolean.class)
                .single();
    }

    /**
     * Who reads: {@code :own} parties, {@code :handled} units and of these {@code :own_handled} in one's own right, the account
     * {@code :me}, and the {@code :principals} stood in for.
     */
    Map<String, Object> sight(Reader reader) {
        AccountId account = reader.account();
        return Map.of(
                "own", own(reader),
                "handled", units(reader),
                "own_handled", array(powers.ownUnits(reader, ACTION)),
                "me", account == null ? new UUID(0, 0) : account.value(),
                "principals",
                        reader.standIns().stream()
                                .map(each -> each.principal().value())
                                .toArray(UUID[]::new));
    }

    private Slice<Feedback> slice(String which, Reader reader, PageRequest page) {
        var total = new AtomicLong();
        List<Feedback> rows = jdbc.sql(FEEDBACK + which + " limit :size offset :offset")
                .params(sight(reader))
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return feedback(row);
                })
                .list();
        return new Slice<>(rows, page, total.get());
    }

    private static UUID[] own(Reader reader) {
        return reader.ownParties().stream().map(PartyId::value).toArray(UUID[]::new);
    }

    UUID[] units(Reader reader) {
        return array(handled(reader));
    }

    private static UUID[] array(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private static Feedback feedback(ResultSet row) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        UUID party = row.getObject("party", UUID.class);
        String publication = row.getString("publication");
        return new Feedback(
                new FeedbackId(row.getObject("id", UUID.class)),
                row.getString("code"),
                Feedback.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Feedback.About.valueOf(row.getString("about").toUpperCase(Locale.ROOT)),
                row.getString("dossier_code"),
                row.getString("service_code"),
                name(row),
                unit(row),
                row.getString("official"),
                account == null ? null : new AccountId(account),
                party == null ? null : new PartyId(party),
                row.getString("sender_name"),
                row.getString("phone"),
                row.getString("words"),
                row.getBoolean("may_publish"),
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("outcome"),
                instant(row, "sent_at"),
                instant(row, "refuse_by"),
                instant(row, "ask_by"),
                optional(row, "due_at"),
                optional(row, "publish_by"),
                row.getObject("on_time", Boolean.class),
                publication == null ? null : Feedback.Publication.valueOf(publication));
    }

    private static @Nullable Bilingual name(ResultSet row) throws SQLException {
        String name = row.getString("short_name");
        return name == null ? null : new Bilingual(name, row.getString("name_en"));
    }

    private static UnitId unit(ResultSet row) throws SQLException {
        return new UnitId(row.getObject("unit", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
