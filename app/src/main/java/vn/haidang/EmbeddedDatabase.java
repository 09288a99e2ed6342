package vn.haidang;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL under {@code HAIDANG_HOME/pg}, kept across restarts and durable: what was committed survives {@code kill -9}
 * of this process, of the server, or of both. Listens on the loopback address only; every role needs its password.
 *
 * <p>One process at a time: a second one is refused with one line. A server left behind by a killed process is
 * recognised by its pid file, stopped and started again. A server that dies under us is started again on the same port.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String DATABASE = "haidang";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RESTART_PAUSE_SECONDS = 2;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int PORT_ATTEMPTS = 100;
    private static final int LAUNCH_ATTEMPTS = 5;
    private static final String PORT_TAKEN = "could not create any TCP/IP sockets";

    /** Names ports that seem free; who starts on one may still find it taken. */
    @FunctionalInterface
    interface Ports {

        int next() throws IOException;
    }

    private final Home home;
    private final Path data;
    private final Ports ports;
    private final Map<String, String> settings;
    private final PostgresProgram program;
    private final HomeLock lock;
    private volatile int port;
    private volatile boolean closing;

    private EmbeddedDatabase(
            Home home, HomeLock lock, PostgresProgram program, Path data, Ports ports, Map<String, String> settings) {
        this.home = home;
        this.lock = lock;
        this.program = program;
        this.data = data;
        this.ports = ports;
        this.settings = settings;
    }

    /** Starts the server of this home, making cluster, database and roles on first use. */
    public static EmbeddedDatabase start(Home home) {
        return start(home, Map.of());
    }

    /** As {@link #start(Home)}, with server settings that replace ours; tests use it to trade durability for speed. */
    static EmbeddedDatabase start(Home home, Map<String, String> replacing) {
        return start(home, replacing, EmbeddedDatabase::freePort);
    }

    static EmbeddedDatabase start(Home home, Map<String, String> replacing, Ports ports) {
        var folder = home.folder("pg");
        @Nullable HomeLock lock = null;
        try {
            lock = HomeLock.take(home)
                    .orElseThrow(() -> new StartRefused("another Haidang is already running on " + home.folder()
                            + "; stop it or set HAIDANG_HOME"));
            var bin = PostgresBinaries.unpackInto(folder.resolve("bin"));
            var log = home.folder("logs").resolve("postgresql.log");
            var program = new PostgresProgram(bin, log);
            var database =
                    new EmbeddedDatabase(home, lock, program, folder.resolve("data"), ports, serverSettings(replacing));
            database.open();
            return database;
        } catch (IOException e) {
            release(lock);
            throw new StartRefused("the embedded PostgreSQL in " + folder + " cannot start: " + e.getMessage(), e);
        } catch (StartRefused e) {
            release(lock);
            throw e;
        }
    }

    /** The port of the server that another process runs on this home, if one does. */
    static Optional<Integer> runningPort(Home home) {
        try (var lock = HomeLock.take(home).orElse(null)) {
            return lock != null
                    ? Optional.empty()
                    : PostmasterFile.of(home.folder().resolve("pg/data"))
                            .filter(PostmasterFile::isAlive)
                            .map(PostmasterFile::port);
        } catch (IOException e) {
            throw new StartRefused("the lock of " + home.folder() + " cannot be read: " + e.getMessage(), e);
        }
    }

    DatabaseAddress address(DatabaseRole role) {
        return address(home, port, role);
    }

    Home home() {
        return home;
    }

    int port() {
        return port;
    }

    /** The process id of the server. */
    long pid() {
        return PostmasterFile.of(data).map(PostmasterFile::pid).orElse(-1L);
    }

    @Override
    public void close() {
        closing = true;
        try {
            stop();
        } catch (IOException e) {
            LOG.warn("PostgreSQL was not stopped cleanly and will recover at the next start: {}", e.getMessage());
        } finally {
            release(lock);
        }
    }

    private void open() throws IOException {
        var isNew = !Files.exists(data.resolve("PG_VERSION"));
        if (isNew) {
            initialize();
        } else {
            stopOrphan();
            closeToOthers();
        }
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all all 127.0.0.1/32 scram-sha-256\nhost replication all 127.0.0.1/32 scram-sha-256\n");
        launchOnAFreePort();
        new DatabasePreparation(port, home.secret("database-postgres")).prepare(home);
        watch();
    }

    private void initialize() throws IOException {
        LOG.info("Making the database in {}", data);
        Files.createDirectories(data);
        closeToOthers();
        var password = data.resolveSibling("initdb.password");
        Files.writeString(password, home.secret("database-postgres"));
        try {
            if (program.runsAsNobody()) {
                giveToNobody(password);
            }
            var code = program.run(
                    PATIENCE,
                    "initdb",
                    "--pgdata=" + data,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-instructions");
            if (code != 0) {
                throw new IOException("initdb ended with " + code + " (" + program.lastWords() + ")");
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /** PostgreSQL refuses a folder that others may read, as a careless copy or chmod leaves it. */
    private void closeToOthers() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }

    private void giveToNobody(Path password) throws IOException {
        var users = data.getFileSystem().getUserPrincipalLookupService();
        var nobody = users.lookupPrincipalByName("nobody");
        Files.setOwner(data, nobody);
        Files.setOwner(password, nobody);
    }

    /** Between asking for a free port and listening on it somebody else may take it: then another one is tried. */
    private void launchOnAFreePort() throws IOException {
        for (var attempt = 1; ; attempt++) {
            port = ports.next();
            try {
                launch();
                return;
            } catch (IOException e) {
                if (attempt == LAUNCH_ATTEMPTS || !program.lastWords().contains(PORT_TAKEN)) {
                    throw e;
                }
                LOG.info("Port {} was taken before the database could listen on it; trying another", port);
            }
        }
    }

    private void launch() throws IOException {
        var options = settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        var code = program.run(
                PATIENCE,
                "pg_ctl",
                "start",
                "--pgdata=" + data,
                "--wait",
                "--timeout=100",
                "--silent",
                "--options=-p " + port + " " + options);
        if (code != 0) {
            throw new IOException("pg_ctl ended with " + code + " (" + program.lastWords() + ")");
        }
    }

    private void stop() throws IOException {
        if (PostmasterFile.of(data).filter(PostmasterFile::isAlive).isEmpty()) {
            return;
        }
        var code = program.run(PATIENCE, "pg_ctl", "stop", "--pgdata=" + data, "--mode=fast", "--wait", "--silent");
        if (code != 0) {
            throw new IOException("pg_ctl ended with " + code + " (" + program.lastWords() + ")");
        }
    }

    private void stopOrphan() throws IOException {
        var left = PostmasterFile.of(data);
        if (left.isEmpty()) {
            return;
        }
        if (left.get().isAlive()) {
            LOG.warn(
                    "Stopping the PostgreSQL (process {}) that a killed Haidang left behind",
                    left.get().pid());
            stop();
        } else {
            LOG.info("PostgreSQL was not stopped cleanly; it recovers now");
            PostmasterFile.deleteOnceAbandoned(data, PATIENCE);
        }
    }

    private void watch() {
        PostmasterFile.of(data)
                .flatMap(PostmasterFile::process)
                .ifPresent(process -> process.onExit().thenRun(this::restart));
    }

    private synchronized void restart() {
        if (closing) {
            return;
        }
        if (PostmasterFile.of(data).filter(PostmasterFile::isAlive).isPresent()) {
            watch();
            return;
        }
        LOG.error("PostgreSQL has died; starting it again");
        try {
            PostmasterFile.deleteOnceAbandoned(data, PATIENCE);
            launch();
            watch();
            LOG.info("PostgreSQL is back");
        } catch (IOException e) {
            LOG.error("PostgreSQL could not be started again, trying once more soon: {}", e.getMessage());
            CompletableFuture.delayedExecutor(RESTART_PAUSE_SECONDS, TimeUnit.SECONDS)
                    .execute(this::restart);
        }
    }

    static DatabaseAddress address(Home home, int port, DatabaseRole role) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                role.roleName(),
                home.secret("database-" + role.roleName()));
    }

    /**
     * Below the range from which the system gives ports to clients: a client that calls a dead server there could be
     * given the very port it calls, connect to itself and keep the server from coming back.
     */
    private static int freePort() throws IOException {
        var random = new SecureRandom();
        for (var attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            var port = random.nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                LOG.debug("Port {} is taken", port);
            }
        }
        throw new IOException("no free port between " + LOWEST_PORT + " and " + HIGHEST_PORT);
    }

    private static Map<String, String> serverSettings(Map<String, String> replacing) {
        var settings = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "max_connections", "60",
                "shared_buffers", "512MB",
                "jit", "off",
                "timezone", "Asia/Ho_Chi_Minh",
                "password_encryption", "scram-sha-256",
                "random_page_cost", "1.1"));
        settings.putAll(Map.of(
                "effective_cache_size", "4GB",
                "work_mem", "8MB",
                "maintenance_work_mem", "128MB",
                "max_wal_size", "2GB",
                "wal_compression", "on",
                "log_min_duration_statement", "-1",
                "log_parameter_max_length_on_error", "0",
                "log_error_verbosity", "terse",
                "log_min_error_statement", "panic"));
        settings.putAll(replacing);
        return settings;
    }

    private static void release(@Nullable HomeLock lock) {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("The lock was not released: {}", e.getMessage());
        }
    }
}
