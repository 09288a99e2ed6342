package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.SupplementPapers;
import vn.haidang.worktime.Pause;

/** When the clocks of cases stood still. */
@Component
class PauseRows {

    private final JdbcClient jdbc;

    PauseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pause> of(CaseId id) {
        return jdbc.sql("""
                        select from_at, to_at, reason, legal_basis, kind from casework.pause
                        where case_file = :case
                        order by from_at, id
                        """)
                .param("case", id.value())
                .query((row, number) -> pause(row))
                .list();
    }

    /** A pause of a row that has all its columns. */
    static Pause pause(ResultSet row) throws SQLException {
        return new Pause(
                Columns.instant(row, "from_at"),
                Columns.optionalInstant(row, "to_at"),
                row.getString("reason"),
                row.getString("legal_basis"),
                Pause.Kind.valueOf(row.getString("kind")));
    }

    /** The clock of a case that ran until now stands still. */
    void begin(CaseSummary running, Doing asked, Pause.Kind kind, String reason, @Nullable String legalBasis) {
        Instant due = running.dueAt();
        UUID pause = UuidCreator.getTimeOrderedEpoch(asked.at());
        SupplementRequest request = asked.request();
        List<SupplementPapers.Named> papers = request == null ? List.of() : request.papers();
        jdbc.sql("""
                        insert into casework.pause
                          (id, case_file, from_at, kind, reason, typed, legal_basis, asked_by, due_before)
                        values (:id, :case, :from, :kind, :reason, :typed, :basis, :by, cast(:due as timestamptz))
                        """)
                .param("id", pause)
                .param(
                        "typed",
                        papers.isEmpty() || request == null ? null : Objects.requireNonNullElse(request.typed(), ""))
                .param("case", running.id().value())
                .param("due", Columns.at(due))
                .param("from", Columns.at(asked.at()))
                .param("kind", kind.name())
                .param("reason", reason)
                .param("basis", legalBasis)
                .param("by", asked.actor().id())
                .update();
        if (!papers.isEmpty()) {
            ask(pause, papers);
        }
    }

    private void ask(UUID pause, List<SupplementPapers.Named> papers) {
        jdbc.sql("""
                        insert into casework.asked_paper (pause, ordinal, code, name, name_en)
                        select :pause, p.ordinal, p.code, p.name, p.name_en
                        from unnest(cast(:codes as text[]), cast(:names as text[]), cast(:english as text[]))
                          with ordinality as p (code, name, name_en, ordinal)
                        """)
                .param("pause", pause)
                .param("codes", texts(papers, SupplementPapers.Named::code))
                .param("names", texts(papers, SupplementPapers.Named::name))
                .param("english", texts(papers, SupplementPapers.Named::nameEn))
                .update();
    }

    private static String[] texts(List<SupplementPapers.Named> papers, Function<SupplementPapers.Named, String> text) {
        return papers.stream().map(text).toArray(String[]::new);
    }

    /** Ends the open pause, if there is one. */
    void end(CaseId id, Doing ended) {
        jdbc.sql("update casework.pause set to_at = :at, ended_by = :by where case_file = :case and to_at is null")
                .param("at", Columns.at(ended.at()))
                .param("by", ended.actor().id())
                .param("case", id.value())
                .update();
    }
}
