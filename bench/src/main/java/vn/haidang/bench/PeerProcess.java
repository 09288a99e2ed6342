package vn.haidang.bench;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both peers have in common: a Spring Boot jar on the given database, and one family of history tables. */
abstract class PeerProcess implements Contender {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path jar;
    private final String readyPath;
    private @Nullable ServerProcess process;
    private @Nullable URI base;

    /** The ready path answers 200 only when the process is deployed. */
    PeerProcess(Path jar, String readyPath) {
        this.jar = jar;
        this.readyPath = readyPath;
    }

    @Override
    public void start(PostgresServer database, Path log) throws Exception {
        int port = ServerProcess.freePort();
        URI address = URI.create("http://127.0.0.1:" + port);
        var arguments = List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user());
        process = ServerProcess.start(
                ServerProcess.java(jar, arguments), Map.of(), address.resolve(readyPath), log, PATIENCE);
        base = address;
    }

    @Override
    public long finishedCases(PostgresServer database) throws SQLException {
        return database.number(EngineHistory.FINISHED);
    }

    @Override
    public Duration cpu() {
        return started().cpu();
    }

    @Override
    public long residentBytes() {
        return started().residentBytes();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    URI base() {
        if (base == null) {
            throw new IllegalStateException(name() + " is not started");
        }
        return base;
    }

    private ServerProcess started() {
        if (process == null) {
            throw new IllegalStateException(name() + " is not started");
        }
        return process;
    }
}
