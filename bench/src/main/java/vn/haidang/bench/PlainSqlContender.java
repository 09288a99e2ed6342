package vn.haidang.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limit: the rows that a case leaves in the product's own tables, as {@link PlainSqlCase} writes them. Nobody is
 * signed in, no right is asked, no deadline is reckoned, no hash is true, nothing is sealed or folded.
 */
public final class PlainSqlContender implements Contender {

    static final String NAME = "plain SQL";

    private final Path bench;
    private @Nullable PostgresServer database;

    public PlainSqlContender(Path bench) {
        this.bench = bench;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The product makes its tables and ends. */
    @Override
    public void start(PostgresServer server, Path log) throws Exception {
        try (var product = new HaidangContender(bench)) {
            product.start(server, log);
        }
        database = server;
    }

    @Override
    public CaseClient client(int number) throws Exception {
        if (database == null) {
            throw new IllegalStateException("not started");
        }
        var rows = new HaidangDatabase(database);
        String address = database.jdbcUrl(HaidangDatabase.APP) + "&prepareThreshold=1";
        return new PlainSqlCase(DriverManager.getConnection(address), rows.unit(number), rows.account(number));
    }

    @Override
    public long finishedCases(PostgresServer server) throws SQLException {
        return new HaidangDatabase(server).finishedCases();
    }

    @Override
    public Duration cpu() {
        return Duration.ZERO;
    }

    @Override
    public long residentBytes() {
        return 0;
    }

    @Override
    public void close() {
        database = null;
    }
}
