package vn.haidang.reference.internal.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.reference.ImportCheck.FileLine;
import vn.haidang.reference.ImportCheck.Run;
import vn.haidang.reference.ImportCheck.State;
import vn.haidang.reference.IntakeReport.Counts;
import vn.haidang.reference.IntakeReport.Remark;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.internal.intake.Intakes.Candidate;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** What became of runs and files; written beside the transaction of the file, so that it can be read meanwhile and stays when the file is refused. */
@Component
public class ImportRows {

    private static final int KEPT_RUNS = 10;
    private static final int AT_ONCE = 500;

    private record FileRow(
            UUID run, int number, String name, @Nullable String kind) {}

    private record RemarkRow(
            UUID run,
            int file,
            int position,
            String kind,
            long line,
            String subject,
            String message,
            String[] arguments) {}

    @Language("SQL")
    private static final String BEGIN =
            "insert into reference.import_run (id, started_at, files) values (:id, :at, :files)";

    @Language("SQL")
    private static final String FORGET = """
            delete from reference.import_run r
            where r.id not in (select k.id from reference.import_run k order by k.id desc limit :kept)
            """;

    @Language("SQL")
    private static final String FILE = """
            insert into reference.import_file (run, number, name, kind, state)
            values (:run, :number, :name, :kind, 'WAITING')
            """;

    @Language("SQL")
    private static final String END = "update reference.import_run set ended_at = :at where id = :id";

    @Language("SQL")
    private static final String PROGRESS = """
            update reference.import_file
            set state = 'RUNNING', rows_read = :read
            where run = :run and number = :number
            """;

    @Language("SQL")
    private static final String DONE = """
            update reference.import_file
            set state = :state, rows_read = :read, taken = :taken, changed = :changed, left_out = :leftOut,
              doubtful = :doubtful, millis = :millis
            where run = :run and number = :number
            """;

    @Language("SQL")
    private static final String REMARK = """
            insert into reference.import_remark (run, file, position, kind, line, subject, message, arguments)
            values (:run, :file, :position, :kind, :line, :subject, :message, :arguments)
            """;

    @Language("SQL")
    private static final String TAKEN =
            "select exists (select from reference.taken_file where kind = :kind and sha256 = :sha256)";

    @Language("SQL")
    private static final String RECORD = """
            insert into reference.taken_file (kind, sha256, taken_at) values (:kind, :sha256, :at)
            on conflict do nothing
            """;

    @Language("SQL")
    private static final String LATEST =
            "select r.id, r.started_at, r.ended_at from reference.import_run r order by r.id desc limit 1";

    @Language("SQL")
    private static final String FILES = """
            select f.number, f.name, f.kind, f.state, f.rows_read, f.taken, f.changed, f.left_out, f.doubtful, f.millis
            from reference.import_file f
            where f.run = :run
            order by f.number
            """;

    @Language("SQL")
    private static final String REMARKS = """
            select k.kind, k.line, k.subject, k.message, k.arguments, count(*) over () as total
            from reference.import_remark k
            where k.run = :run and k.file = :file
            order by k.position
            limit :size offset :offset
            """;

    private final JdbcClient jdbc;
    private final TableWriter tables;
    private final TransactionTemplate beside;
    private final Clock clock;

    ImportRows(JdbcClient jdbc, TableWriter tables, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.beside = new TransactionTemplate(transactions);
        this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    public UUID begin(List<Candidate> files) {
        var run = UuidCreator.getTimeOrderedEpoch(clock.instant());
        var lines = new ArrayList<FileRow>();
        for (var candidate : files) {
            lines.add(new FileRow(run, lines.size() + 1, candidate.file().name(), candidate.kind()));
        }
        beside.executeWithoutResult(status -> {
            jdbc.sql(BEGIN)
                    .param("id", run)
                    .param("at", now())
                    .param("files", files.size())
                    .update();
            tables.write(FILE, lines);
            jdbc.sql(FORGET).param("kept", KEPT_RUNS).update();
        });
        return run;
    }

    public void end(UUID run) {
        beside.executeWithoutResult(
                status -> jdbc.sql(END).param("at", now()).param("id", run).update());
    }

    void progress(UUID run, int number, long read) {
        beside.executeWithoutResult(status -> jdbc.sql(PROGRESS)
                .param("run", run)
                .param("number", number)
                .param("read", read)
                .update());
    }

    void done(UUID run, FileLine line) {
        var counts = line.counts();
        beside.executeWithoutResult(status -> jdbc.sql(DONE)
                .param("run", run)
                .param("number", line.number())
                .param("state", line.state().name())
                .param("read", counts.read())
                .param("taken", counts.taken())
                .param("changed", counts.changed())
                .param("leftOut", counts.leftOut())
                .param("doubtful", counts.doubtful())
                .param("millis", line.millis())
                .update());
    }

    boolean taken(String kind, String sha256) {
        return jdbc.sql(TAKEN)
                .param("kind", kind)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** In the transaction of the file; false where it was recorded before. */
    boolean record(String kind, String sha256) {
        return jdbc.sql(RECORD)
                        .param("kind", kind)
                        .param("sha256", sha256)
                        .param("at", now())
                        .update()
                > 0;
    }

    Remarks remarks(UUID run, int file) {
        return new Remarks(run, file);
    }

    public Optional<Run> latest() {
        return jdbc.sql(LATEST)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    var ended = row.getObject("ended_at", OffsetDateTime.class);
                    var started =
                            row.getObject("started_at", OffsetDateTime.class).toInstant();
                    return new Run(id, started, ended == null ? null : ended.toInstant(), List.of());
                })
                .optional()
                .map(run -> new Run(run.id(), run.startedAt(), run.endedAt(), files(run.id())));
    }

    public List<FileLine> files(UUID run) {
        return jdbc.sql(FILES)
                .param("run", run)
                .query((row, number) -> line(row))
                .list();
    }

    public Slice<Remark> remarks(UUID run, int file, PageRequest page) {
        var total = new long[1];
        var rows = jdbc.sql(REMARKS)
                .param("run", run)
                .param("file", file)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total[0] = row.getLong("total");
                    return remark(row);
                })
                .list();
        return new Slice<>(rows, page, total[0]);
    }

    private static FileLine line(ResultSet row) throws SQLException {
        return new FileLine(
                row.getInt("number"),
                row.getString("name"),
                row.getString("kind"),
                State.valueOf(row.getString("state")),
                new Counts(
                        row.getLong("rows_read"),
                        row.getLong("taken"),
                        row.getLong("changed"),
                        row.getLong("left_out"),
                        row.getLong("doubtful")),
                row.getLong("millis"));
    }

    private static Remark remark(ResultSet row) throws SQLException {
        return new Remark(
                vn.haidang.reference.IntakeReport.Kind.valueOf(row.getString("kind")),
                row.getLong("line"),
                row.getString("subject"),
                row.getString("message"),
                List.of((Object[]) row.getArray("arguments").getArray()));
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    /** The remarks of one file, written some hundred at once. */
    final class Remarks implements AutoCloseable {

        private final UUID run;
        private final int file;
        private final List<RemarkRow> waiting = new ArrayList<>();
        private int position;

        private Remarks(UUID run, int file) {
            this.run = run;
            this.file = file;
        }

        void add(Remark remark) {
            waiting.add(new RemarkRow(
                    run,
                    file,
                    ++position,
                    remark.kind().name(),
                    remark.line(),
                    remark.subject(),
                    remark.messageKey(),
                    remark.arguments().stream().map(String::valueOf).toArray(String[]::new)));
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                beside.executeWithoutResult(status -> tables.write(REMARK, waiting));
                waiting.clear();
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
