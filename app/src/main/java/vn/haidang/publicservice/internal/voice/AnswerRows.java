package vn.haidang.publicservice.internal.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.PublicAnswer;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The SQL of what everybody may read of feedback, and of what is kept back. */
@Component
public class AnswerRows {

    private static final String PUBLIC = """
            select f.id, f.kind, f.unit, f.service_code, p.question, p.answer, p.decided_at, count(*) over () as total
            from publicservice.feedback_publication p join publicservice.feedback f on f.id = p.feedback
            where p.withheld is null
            """;

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where it was decided before. */
    boolean decide(
            FeedbackId id,
            @Nullable String question,
            @Nullable String answer,
            @Nullable String withheld,
            Instant now,
            AccountId by) {
        return jdbc.sql("""
                                insert into publicservice.feedback_publication (feedback, question, answer, withheld, decided_at, decided_by)
                                values (:id, :question, :answer, :withheld, :now, :by) on conflict do nothing
                                """)
                        .param("id", id.value())
                        .param("question", question)
                        .param("answer", answer)
                        .param("withheld", withheld)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Whatever was decided, from now on nothing of it is public. */
    void takeBack(FeedbackId id, String reason, Instant now, AccountId by) {
        jdbc.sql("""
                        with kept_back as (
                          insert into publicservice.feedback_publication as p (feedback, withheld, decided_at, decided_by)
                          values (:id, :reason, :now, :by)
                          on conflict (feedback) do update
                          set question = null, answer = null, withheld = excluded.withheld, decided_at = excluded.decided_at,
                            decided_by = excluded.decided_by)
                        update publicservice.feedback set may_publish = false where id = :id
                        """)
                .param("id", id.value())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    public Slice<PublicAnswer> published(PageRequest page) {
        var total = new AtomicLong();
        List<PublicAnswer> rows = jdbc.sql(PUBLIC + " order by p.decided_at desc, f.id limit :size offset :offset")
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return answer(row);
                })
                .list();
        return new Slice<>(rows, page, total.get());
    }

    public Optional<PublicAnswer> published(FeedbackId id) {
        return jdbc.sql(PUBLIC + " and f.id = :id")
                .param("id", id.value())
                .query((row, number) -> answer(row))
                .optional();
    }

    private static PublicAnswer answer(ResultSet row) throws SQLException {
        return new PublicAnswer(
                new FeedbackId(row.getObject("id", UUID.class)),
                Feedback.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("service_code"),
                row.getString("question"),
                row.getString("answer"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
