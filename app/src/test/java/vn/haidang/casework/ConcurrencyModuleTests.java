package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.ui.ProblemException;

@ModuleTest
@Import(CaseTestbed.Issuing.class)
class ConcurrencyModuleTests {

    private static final int AT_ONCE = 6;

    private final Cases cases;
    private final JdbcClient database;
    private final CaseTestbed bed;

    ConcurrencyModuleTests(Cases cases, Clock clock, JdbcClient database) {
        this.cases = cases;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
    }

    @Test
    void letsOneOfTwoOfficersActAndTellsTheOther() throws Exception {
        for (int round = 0; round < 10; round++) {
            CaseSummary opened = bed.open();
            var second = bed.holder("Vũ Thị Hai", Role.ONE_STOP_OFFICER);

            List<String> answers = together(List.of(
                    () -> take(opened, "accept", bed.officer, UUID.randomUUID()),
                    () -> take(opened, "accept", second, UUID.randomUUID())));

            assertThat(answers).containsExactlyInAnyOrder("appraise", "casework/changed-meanwhile");
            assertThat(cases.history(opened.id())).hasSize(2);
        }
    }

    @Test
    void doesOnceWhatOneKeySendsManyTimesAtOnce() throws Exception {
        CaseSummary opened = bed.open();
        UUID key = UUID.randomUUID();
        List<Callable<String>> same = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            same.add(() -> take(opened, "accept", bed.officer, key));
        }

        List<String> answers = together(same);

        assertThat(answers).hasSize(AT_ONCE).containsOnly("appraise");
        assertThat(cases.history(opened.id())).hasSize(2);
        assertThat(journaled(opened.id(), "casework/accepted")).isEqualTo(1);
    }

    private String take(CaseSummary seen, String outcome, Reader by, UUID key) {
        try {
            return String.valueOf(bed.take(seen, outcome, by, null, key).step());
        } catch (ProblemException refused) {
            return refused.problem().code();
        }
    }

    private long journaled(CaseId id, String verb) {
        return database.sql(
                        "select count(*) from journal.entry e where e::text like '%' || :verb || '%' and e::text like '%' || :id || '%'")
                .param("verb", verb)
                .param("id", id.value().toString())
                .query(Long.class)
                .single();
    }

    private static List<String> together(List<Callable<String>> acts) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        List<String> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<String>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            for (Future<String> each : running) {
                answers.add(each.get());
            }
        }
        return answers;
    }
}
