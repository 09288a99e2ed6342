package vn.haidang.casework.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.ClockTerms;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Inscription;

/** Writing cases: one statement for each opening and each move. */
@Component
class CaseWrites {

    /** About as many as there are. */
    private static final int VALUES = 128;

    private static final Ready KEYED = Ready.of(MoveSql.ANSWER);

    /** What a key was asked and is answered. */
    record Answer(UUID account, UUID key, String asked) {}

    /**
     * What is written in the same statement as the change of a case.
     *
     * @param facts null where it changes no figure
     */
    record Beside(Inscription entry, @Nullable Answer answer, Facts.@Nullable Addition facts) {

        @Nullable String factsPart() {
            return facts == null ? null : facts.part();
        }
    }

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final LastStandings last;

    CaseWrites(JdbcTemplate jdbc, JsonMapper json, LastStandings last) {
        this.jdbc = jdbc;
        this.json = json;
        this.last = last;
    }

    /** See {@link Alone} for what {@code alone} saves. */
    void open(Move opened, String firstPromise, Beside beside, boolean alone) {
        Map<String, @Nullable Object> values = values(opened, beside);
        values.putAll(terms(opened.to()));
        values.put("first_promise", firstPromise);
        write(opened, MoveSql.opening(opened, beside), values, alone);
    }

    /**
     * Writes the move, and with it its journal entry, the facts it changes and the answer of its key where there are any; see
     * {@link Alone} for what {@code alone} saves.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException where it began from a remembered standing, and the case or its
     *     item were changed since
     */
    void move(Move move, Beside beside, boolean alone) {
        Map<String, @Nullable Object> values = values(move, beside);
        if (move.from().writtenBy() != null) {
            values.put(
                    "written_by", new SqlParameterValue(Types.OTHER, move.from().writtenBy()));
        }
        write(move, MoveSql.moving(move, beside), values, alone);
    }

    private void write(Move move, Ready ready, Map<String, @Nullable Object> values, boolean alone) {
        String writtenBy = jdbc.execute(new Creator(ready.sql(), alone), (PreparedStatement statement) -> {
            ready.bind(statement, values);
            return alone ? Alone.run(statement) : Alone.answer(statement);
        });
        if (alone && writtenBy != null) {
            last.keep(move, writtenBy);
        } else {
            last.forget(move.to().summary().id());
        }
    }

    private record Creator(String sql, boolean alone) implements PreparedStatementCreator, SqlProvider {

        @Override
        public PreparedStatement createPreparedStatement(Connection connection) throws SQLException {
            return connection.prepareStatement(alone ? Alone.text(sql, connection) : sql);
        }

        @Override
        public String getSql() {
            return sql;
        }
    }

    void answer(Answer answer, CaseSummary summary, Instant at) {
        Map<String, @Nullable Object> values = answered(answer, summary);
        values.put("at", Columns.at(at));
        Ready ready = KEYED;
        jdbc.execute(new Creator(ready.sql(), false), (PreparedStatement statement) -> {
            ready.bind(statement, values);
            return statement.executeUpdate();
        });
    }

    private Map<String, @Nullable Object> answered(Answer answer, CaseSummary summary) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("key_account", answer.account());
        parameters.put("key", answer.key());
        parameters.put("asked", answer.asked());
        parameters.put("answer", json.writeValueAsString(summary));
        return parameters;
    }

    private Map<String, @Nullable Object> values(Move move, Beside beside) {
        Map<String, @Nullable Object> all = values(move);
        all.putAll(beside.entry().parameters());
        if (beside.answer() != null) {
            all.putAll(answered(beside.answer(), move.to().summary()));
        }
        if (beside.facts() != null) {
            all.putAll(beside.facts().parameters());
        }
        return all;
    }

    private Map<String, @Nullable Object> values(Move move) {
        Map<String, @Nullable Object> all = new HashMap<>(VALUES);
        CaseSummary now = move.to().summary();
        CaseFacts facts = move.to().facts();
        all.put("case", now.id().value());
        all.put("status", now.status().name());
        all.put("step", now.step());
        all.put("version", now.version());
        all.put("due_at", Columns.at(now.dueAt()));
        all.put("accepted_at", Columns.at(facts.acceptedAt()));
        all.put("closed_at", Columns.at(now.closedAt()));
        all.put("closed_on", move.closedOn());
        all.put("outcome", now.outcome());
        all.put("paper_step", facts.paperStep());
        all.put("result_electronic", facts.resultElectronic());
        all.put("calendar_version", move.to().calendarVersion());
        all.put("accompanied", move.to().ties().accompanied());
        all.put("declared", json.writeValueAsString(move.doing().declared()));
        all.put("at", Columns.at(move.doing().at()));
        all.put("actor", move.doing().actor().id());
        all.put("actor_kind", move.doing().actor().kind().name());
        all.put("actor_name", move.doing().name());
        Colleague behalf = move.doing().behalf();
        all.put("behalf", behalf == null ? null : behalf.id().value());
        all.put("behalf_name", behalf == null ? null : behalf.name());
        all.put("reason", move.doing().reason());
        all.put("event", move.event().id());
        all.put("verb", move.event().verb());
        all.put("event_step", move.event().step());
        all.put("event_outcome", move.event().outcome());
        all.put("tells_applicant", move.event().tellsApplicant());
        all.put("left_with", move.leaves());
        all.put("left_visit", move.from().visit());
        all.put(
                "left_item",
                move.from().item() == null ? null : move.from().item().id());
        all.put("visit", move.to().visit());
        all.put("visit_due", Columns.at(move.visitDue()));
        all.put("item_due", Columns.at(move.itemDue()));
        item(all, move.to().item());
        return all;
    }

    private static void item(Map<String, @Nullable Object> all, Standing.@Nullable Item item) {
        if (item != null) {
            all.put("item", item.id());
            all.put("item_unit", item.unit().value());
            all.put("item_role", item.role().code());
            all.put("item_state", item.state().name());
            all.put("claimed_by", Columns.value(item.claimedBy()));
            all.put("claimed_by_name", item.claimedByName());
        }
    }

    private static Map<String, @Nullable Object> terms(Standing opened) {
        CaseSummary summary = opened.summary();
        CaseFacts facts = opened.facts();
        ClockTerms terms = opened.terms();
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("code", summary.code());
        all.put("title", summary.title());
        all.put("procedure", summary.procedure());
        all.put("procedure_version", summary.procedureVersion());
        all.put("work_file", facts.workFile());
        all.put("subject_type", summary.subjectType());
        all.put("subject_id", summary.subjectId());
        all.put("competent_unit", summary.competentUnit().value());
        all.put("receiving_unit", summary.receivingUnit().value());
        all.put("channel", summary.channel().name());
        all.put("applicant", Columns.value(summary.applicant()));
        all.put("applicant_name", summary.applicantName());
        all.put("filed_at", Columns.at(summary.filedAt()));
        all.put("received_at", Columns.at(summary.receivedAt()));
        all.put("received_online", facts.receivedOnline());
        all.put("digitised", facts.digitised());
        all.put("duration", terms.duration());
        all.put("after_supplement", terms.afterSupplement());
        all.put("after_supplement_source", terms.afterSupplementSource());
        all.put("legal_basis", terms.legalBasis());
        all.put("office_hours", terms.officeHours());
        return all;
    }
}
