package vn.haidang.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.haidang.bench.kill.Ask.Fate;
import vn.haidang.bench.kill.Ask.Kind;

/** Ten kills of those that {@code bin/bench kill} gives by the hundred; the reconciliation itself is broken once to see it speak. */
class TenKillsTests {

    private static final Path JAR = Path.of("..", "app", "target", "haidang.jar");
    private static final List<String> PROGRAM =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString());
    private static final List<Blow> BLOWS = List.of(
            Blow.DATABASE,
            Blow.DATABASE,
            Blow.DATABASE,
            Blow.PROGRAM,
            Blow.DATABASE,
            Blow.DATABASE,
            Blow.DATABASE,
            Blow.DATABASE,
            Blow.DATABASE,
            Blow.BOTH);

    @TempDir
    Path home;

    @Test
    void whatWasAcknowledgedSurvivesTenKillsAndWhatWasRefusedLeavesNothing() throws Exception {
        assertThat(JAR).as("the program was built before").isRegularFile();

        try (var run = KillRun.start(PROGRAM, home, port(), 20_260_302)) {
            var outcome = run.blows(BLOWS);

            System.out.println(outcome);
            assertThat(outcome.blows()).isEqualTo(10);
            // a whole submission takes several requests: on a crowded machine none may be done before the blow
            for (var kind : List.of(Kind.OPEN, Kind.COMPLETE, Kind.UPLOAD)) {
                assertThat(outcome.acknowledged().get(kind)).as("%s", kind).isPositive();
            }
            assertThat(outcome.lost()).isPositive();
            assertThat(outcome.differences()).isEmpty();
            assertThat(run.differencesWith(imagined(Kind.OPEN, Fate.ACKNOWLEDGED)))
                    .hasSize(1);
            assertThat(run.differencesWith(imagined(Kind.UPLOAD, Fate.ACKNOWLEDGED)))
                    .hasSize(1);
            assertThat(run.differencesWith(imagined(Kind.UPLOAD, Fate.UNKNOWN))).isEmpty();
        }
    }

    /** What a client would have seen of something that is not there. */
    private static Ask imagined(Kind kind, Fate fate) {
        var ask = new Ask(kind, java.util.UUID.randomUUID(), "never-sent", "", "0".repeat(64));
        ask.fate = fate;
        ask.told = "never-answered";
        return ask;
    }

    private static int port() throws java.io.IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
