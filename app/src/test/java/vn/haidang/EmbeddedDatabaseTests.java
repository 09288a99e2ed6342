package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed survives the death of either process; nobody else gets in; nobody starts twice. */
@Tag("long")
class EmbeddedDatabaseTests {

    private static final Map<String, String> SMALL = Map.of("shared_buffers", "32MB");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void isDurableAndSpeaksOnlyToTheLoopbackAddress() throws SQLException {
        try (var database = EmbeddedDatabase.start(Home.at(folder), SMALL)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void trustsNobodyWithoutAPasswordAndKeepsPasswordsToItsOwner() throws Exception {
        try (var database = EmbeddedDatabase.start(Home.at(folder), SMALL)) {
            var url = database.address(DatabaseRole.APP).url();

            for (var user : new String[] {"postgres", "haidang_owner", "haidang_app", "haidang_retention"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "wrong"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            try (var keys = Files.list(folder.resolve("keys"))) {
                assertThat(keys.toList())
                        .hasSize(4)
                        .allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                                .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void theApplicationMayNeitherMakeTablesNorRoles() throws SQLException {
        try (var database = EmbeddedDatabase.start(Home.at(folder), SMALL);
                var connection = connect(database, DatabaseRole.APP);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table public.mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("create role mine")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("create schema mine")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesASecondStartOnTheSameHomeInOneLine() {
        var home = Home.at(folder);
        try (var database = EmbeddedDatabase.start(home, SMALL)) {
            assertThat(database.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedDatabase.start(home, SMALL))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage(
                            "another Haidang is already running on " + home.folder() + "; stop it or set HAIDANG_HOME");
        }
    }

    @Test
    void takesAnotherPortWhenTheFirstIsTakenBeforeItListens() throws Exception {
        try (var taker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = List.of(taker.getLocalPort(), ProgramProcess.freePort()).iterator();

            try (var database = EmbeddedDatabase.start(Home.at(folder), SMALL, ports::next)) {
                assertThat(database.port()).isNotEqualTo(taker.getLocalPort());
                assertThat(ask(database, "select 'here'")).isEqualTo("here");
            }
            assertThatThrownBy(() -> EmbeddedDatabase.start(Home.at(folder), SMALL, taker::getLocalPort))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("could not create any TCP/IP sockets");
        }
    }

    @Test
    void keepsWhatWasCommittedAcrossRestarts() throws SQLException {
        var home = Home.at(folder);
        try (var database = EmbeddedDatabase.start(home, SMALL)) {
            write(database);
        }
        try (var database = EmbeddedDatabase.start(home, SMALL)) {
            assertThat(ask(database, "select word from public.kept")).isEqualTo("kept");
        }
        assertThat(EmbeddedDatabase.runningPort(home)).isEmpty();
    }

    @Test
    void comesBackOnTheSamePortWhenTheServerIsKilled() throws Exception {
        try (var database = EmbeddedDatabase.start(Home.at(folder), SMALL)) {
            write(database);
            var killed = ProcessHandle.of(database.pid()).orElseThrow();

            killed.destroyForcibly();
            killed.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(onceItAnswers(database, "select word from public.kept")).isEqualTo("kept");
            assertThat(database.pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void takesOverFromAKilledProgramWhoseServerStillRuns() throws Exception {
        var home = Home.at(folder);
        var program = startProgram();
        var orphan = orphanOf(program);
        assertThat(EmbeddedDatabase.runningPort(home)).isPresent();

        program.destroyForcibly();
        program.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(orphan.isAlive()).isTrue();
        try (var database = EmbeddedDatabase.start(home, SMALL)) {
            orphan.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(ask(database, "select word from public.kept")).isEqualTo("kept");
        }
    }

    @Test
    void recoversWhenProgramAndServerWereKilledTogether() throws Exception {
        var program = startProgram();
        var server = orphanOf(program);

        program.destroyForcibly();
        server.destroyForcibly();
        program.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        try (var database = EmbeddedDatabase.start(Home.at(folder), SMALL)) {
            assertThat(ask(database, "select word from public.kept")).isEqualTo("kept");
        }
    }

    @Test
    void doesNotTakeAForeignProcessForItsServer() throws Exception {
        var home = Home.at(folder);
        try (var database = EmbeddedDatabase.start(home, SMALL)) {
            write(database);
        }
        Files.writeString(
                folder.resolve("pg/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("pg/data") + "\n1\n5432\n");

        try (var database = EmbeddedDatabase.start(home, SMALL)) {
            assertThat(ask(database, "select word from public.kept")).isEqualTo("kept");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void leavesNoServerBehindWhenAskedToStopWhileTheCityIsMade() {
        try (var program = ProgramProcess.start(Map.of(
                "HAIDANG_HOME",
                folder.toString(),
                "HAIDANG_PORT",
                String.valueOf(ProgramProcess.freePort()),
                "HAIDANG_DEMO",
                "0.3"))) {
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> program.words().contains("acts played") || !program.isAlive());
            assertThat(program.isAlive()).as(program.words()).isTrue();
        }

        assertThat(PostmasterFile.of(folder.resolve("pg/data"))).isEmpty();
    }

    /** A program of its own that starts the database, commits one row, says so and waits to be killed. */
    static final class Program {

        public static void main(String[] arguments) throws Exception {
            var database = EmbeddedDatabase.start(Home.at(Path.of(arguments[0])), SMALL);
            write(database);
            System.out.println("server " + database.pid());
            System.in.read();
        }
    }

    private Process startProgram() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ProcessHandle orphanOf(Process program) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(program.getInputStream(), "UTF-8"));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("server ")) {
                return ProcessHandle.of(Long.parseLong(line.substring("server ".length())))
                        .orElseThrow();
            }
        }
        throw new IllegalStateException("the program ended early");
    }

    private static void write(EmbeddedDatabase database) throws SQLException {
        try (var connection = connect(database, DatabaseRole.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists public.kept (word text)");
            statement.execute("insert into public.kept values ('kept')");
        }
    }

    private static String ask(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = connect(database, DatabaseRole.OWNER);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static String onceItAnswers(EmbeddedDatabase database, String question) throws SQLException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return ask(database, question);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static Connection connect(EmbeddedDatabase database, DatabaseRole role) throws SQLException {
        var address = database.address(role);
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
