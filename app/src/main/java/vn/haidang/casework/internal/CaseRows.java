package vn.haidang.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** Reading cases one by one. */
@Component
class CaseRows {

    /** What a case and its present work item are read from. */
    static final String COLUMNS = """
            c.id, c.code, c.title, c.procedure, c.procedure_version, c.work_file, c.subject_type, c.subject_id,
            c.competent_unit, c.receiving_unit, c.channel, c.applicant, c.applicant_name, c.status, c.step, c.version,
            c.filed_at, c.received_at, c.accepted_at, c.due_at, c.closed_at, c.outcome, c.received_online,
            c.digitised_at_reception, c.paper_step, c.result_electronic, c.duration, c.after_supplement,
            c.after_supplement_source, c.legal_basis, c.office_hours, c.calendar_version,
            c.blocks, c.accompanied, c.barred, c.parent, c.parent_relation,
            v.id as visit, w.id as item, w.unit as item_unit, w.role as item_role, w.state as item_state,
            w.claimed_by, w.claimed_by_name, w.assigned_by, w.delegate, w.delegate_name, w.delegated_until
            """;

    private static final String TABLES = """
            from casework.case_file c
              left join casework.visit v on v.case_file = c.id and v.left_at is null
              left join casework.work_item w on w.visit = v.id and w.done_at is null
            """;

    /** A case read for a change, with what this key was answered before. */
    record Locked(
            Standing standing,
            @Nullable String asked,
            @Nullable String answer) {}

    private final Visibility visibility;
    private final Bars bars;
    private final JdbcClient jdbc;

    CaseRows(Visibility visibility, Bars bars, JdbcClient jdbc) {
        this.visibility = visibility;
        this.bars = bars;
        this.jdbc = jdbc;
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/about-you} */
    Optional<Standing> find(CaseId id, Reader reader) {
        Visible visible = visibility.to(reader);
        Optional<Standing> found = jdbc.sql("select " + COLUMNS + TABLES + " where c.id = :id and " + visible.sql())
                .params(visible.with(Map.of("id", id.value())))
                .query((row, number) -> standing(row))
                .optional();
        if (found.isEmpty()) {
            requireNotAbout(id, reader);
        }
        return found;
    }

    /** Refuses whom it is about and whoever stands in for them, whatever else would let them. */
    void requireNotAbout(CaseId id, Reader reader) {
        if (bars.holds(id, Bars.whoeverIs(reader))) {
            throw CaseworkProblems.aboutYou();
        }
    }

    /** Officials whom it is about. */
    Set<AccountId> about(Standing standing) {
        return standing.ties().barred() ? bars.of(standing.summary().id()) : Set.of();
    }

    /** Whoever asks. */
    Optional<Standing> find(CaseId id) {
        return jdbc.sql("select " + COLUMNS + TABLES + " where c.id = :id")
                .param("id", id.value())
                .query((row, number) -> standing(row))
                .optional();
    }

    Optional<Standing> of(String subjectType, UUID subjectId) {
        return jdbc.sql("select " + COLUMNS + TABLES + " where c.subject_type = :type and c.subject_id = :subject")
                .param("type", subjectType)
                .param("subject", subjectId)
                .query((row, number) -> standing(row))
                .optional();
    }

    /** Holds the case until the transaction ends, if the reader may see it. */
    Optional<Locked> lock(CaseId id, Reader reader, @Nullable UUID key) {
        return locked("c.id = :id", Map.of("id", id.value()), reader, key);
    }

    /** Holds the case of a work item, done or not. */
    Optional<Locked> lockByItem(UUID item, Reader reader, @Nullable UUID key) {
        return locked(
                "c.id = (select one.case_file from casework.work_item one where one.id = :item)",
                Map.of("item", item),
                reader,
                key);
    }

    /** Whether the reader may see it is judged by the row itself; only a case with others' work in it asks once more. */
    private Optional<Locked> locked(String which, Map<String, ?> own, Reader reader, @Nullable UUID key) {
        AccountId account = reader.account();
        if (account == null) {
            return Optional.empty();
        }
        Optional<Locked> locked = key == null ? locked(which, own) : locked(which, own, account, key);
        return locked.filter(found -> sees(reader, found.standing()));
    }

    private Optional<Locked> locked(String which, Map<String, ?> own) {
        return jdbc.sql("select " + COLUMNS + TABLES + " where " + which + " for update of c")
                .params(own)
                .query((row, number) -> new Locked(standing(row), null, null))
                .optional();
    }

    private Optional<Locked> locked(String which, Map<String, ?> own, AccountId account, UUID key) {
        return jdbc.sql("select " + COLUMNS + ", k.asked, k.answer " + TABLES
                        + " left join casework.answered_key k on k.account = :account and k.key = :key where " + which
                        + " for update of c")
                .params(own)
                .param("account", account.value())
                .param("key", key)
                .query((row, number) -> new Locked(standing(row), row.getString("asked"), row.getString("answer")))
                .optional();
    }

    /** Whether the reader may see a case that was read whole. */
    boolean sees(Reader reader, Standing standing) {
        CaseSummary summary = standing.summary();
        if (standing.ties().barred()) {
            return find(summary.id(), reader).isPresent();
        }
        return visibility.to(reader).shows(summary.applicant(), summary.competentUnit(), summary.receivingUnit())
                || (standing.ties().accompanied() && find(summary.id(), reader).isPresent());
    }

    /** Holds the case whoever asks; its item is read after the lock, so it is the present one. */
    Optional<Standing> lock(CaseId id) {
        return jdbc.sql("select c.id from casework.case_file c where c.id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(held -> find(id));
    }

    /** Whether this account, or the one it acts for, finished one of these steps of the case or had it finished in their name. */
    boolean didOneOf(CaseId id, AccountId account, @Nullable Colleague behalf, List<String> steps) {
        List<String> people = behalf == null
                ? List.of(account.value().toString())
                : List.of(account.value().toString(), behalf.id().value().toString());
        return jdbc.sql("""
                        select exists (
                          select 1 from casework.visit v
                            left join casework.work_item w on w.case_file = v.case_file and w.visit = v.id
                          where v.case_file = :id and v.step = any (cast(:steps as text[]))
                            and (v.left_by = any (cast(:people as uuid[])) or w.done_for = any (cast(:people as uuid[]))))
                        """)
                .param("id", id.value())
                .param("people", Visible.array(people))
                .param("steps", Visible.array(steps))
                .query(Boolean.class)
                .single();
    }

    static Standing standing(ResultSet row) throws SQLException {
        UUID item = row.getObject("item", UUID.class);
        return new Standing(
                summary(row),
                new CaseFacts(
                        row.getBoolean("work_file"),
                        row.getBoolean("received_online"),
                        row.getBoolean("digitised_at_reception"),
                        row.getBoolean("paper_step"),
                        row.getBoolean("result_electronic"),
                        Columns.optionalInstant(row, "accepted_at")),
                new ClockTerms(
                        row.getString("duration"),
                        row.getString("after_supplement"),
                        row.getString("after_supplement_source"),
                        row.getString("legal_basis"),
                        row.getString("office_hours")),
                row.getInt("calendar_version"),
                row.getObject("visit", UUID.class),
                item == null ? null : item(row, item),
                new Standing.Ties(
                        row.getInt("blocks"),
                        row.getBoolean("accompanied"),
                        Columns.optionalCase(row, "parent"),
                        "BLOCKS".equals(row.getString("parent_relation")),
                        row.getBoolean("barred")));
    }

    /** The item of a row that has the columns {@code item_unit}, {@code item_role}, {@code item_state} and who holds it. */
    static Standing.Item item(ResultSet row, UUID id) throws SQLException {
        AccountId delegate = Columns.optionalAccount(row, "delegate");
        Instant until = Columns.optionalInstant(row, "delegated_until");
        return new Standing.Item(
                id,
                new UnitId(Columns.uuid(row, "item_unit")),
                new Role(row.getString("item_role")),
                Standing.ItemState.valueOf(row.getString("item_state")),
                Columns.optionalAccount(row, "claimed_by"),
                row.getString("claimed_by_name"),
                row.getObject("assigned_by") != null,
                delegate == null || until == null
                        ? null
                        : new Standing.Delegation(delegate, row.getString("delegate_name"), until));
    }

    private static CaseSummary summary(ResultSet row) throws SQLException {
        return new CaseSummary(
                new CaseId(Columns.uuid(row, "id")),
                row.getString("code"),
                row.getString("title"),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("subject_type"),
                Columns.uuid(row, "subject_id"),
                new UnitId(Columns.uuid(row, "competent_unit")),
                new UnitId(Columns.uuid(row, "receiving_unit")),
                Channel.valueOf(row.getString("channel")),
                Columns.optionalParty(row, "applicant"),
                row.getString("applicant_name"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("step"),
                Columns.optionalInstant(row, "due_at"),
                Columns.instant(row, "filed_at"),
                Columns.instant(row, "received_at"),
                Columns.optionalInstant(row, "closed_at"),
                row.getString("outcome"),
                row.getLong("version"));
    }
}
