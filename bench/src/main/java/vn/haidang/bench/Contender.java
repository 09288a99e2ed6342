package vn.haidang.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A system that works cases and is measured doing so.
 *
 * <p>It lives for one round: started once on an empty database, given its clients, closed. A contender that runs inside
 * the measuring program (plain SQL) has no processor time or memory of its own and answers zero.
 */
public interface Contender extends AutoCloseable {

    /** Its name in tables. */
    String name();

    /** Starts on an empty database and returns when it can work cases; logs go to the given file. */
    void start(PostgresServer database, Path log) throws Exception;

    /** A new client with a connection of its own. */
    CaseClient client(int number) throws Exception;

    /** How many requests a client makes for one case; a round in which they were more or fewer is refused. */
    default int requestsPerCase() {
        return 11;
    }

    /** Cases the database holds as finished, with every task done and every value kept. */
    long finishedCases(PostgresServer database) throws SQLException;

    /** Processor time used since the start, without the database server. */
    Duration cpu();

    /** Memory resident now, without the database server. */
    long residentBytes();

    @Override
    void close();
}
