package vn.haidang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {

    @TempDir
    Path folder;

    @Test
    void writesDurablyAndItsProcessorTimeOutlivesItsConnections() throws Exception {
        try (var server = PostgresServer.start(folder.resolve("data"))) {
            assertThat(server.text("show fsync")).isEqualTo("on");
            assertThat(server.text("show synchronous_commit")).isEqualTo("on");
            assertThat(server.text("show shared_buffers")).isEqualTo("1GB");

            Duration before = server.cpu();
            server.number("select count(*) from generate_series(1, 2000000) g where sqrt(g) > 1");
            server.settle();

            assertThat(server.cpu()).isGreaterThan(before.plusMillis(50));
        }
    }

    @Test
    void leavesForeignDataAlone() throws Exception {
        Path theirs = Files.writeString(folder.resolve("theirs"), "data");

        assertThatIllegalArgumentException().isThrownBy(() -> PostgresServer.start(folder));
        assertThat(theirs).hasContent("data");
    }
}
