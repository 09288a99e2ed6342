package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CommuneDesk.Work;
import vn.haidang.casework.internal.NextWork;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;

/** "Next file, next file": each press opens another file, and no two officers ever the same. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class NextWorkModuleTests {

    private static final int OFFICERS = 6;

    private final NextWork next;
    private final Cases cases;
    private final Accounts accounts;
    private final MovableClock clock;
    private final JdbcClient database;

    private CommuneDesk desk;

    NextWorkModuleTests(NextWork next, Cases cases, Accounts accounts, MovableClock clock, JdbcClient database) {
        this.next = next;
        this.cases = cases;
        this.accounts = accounts;
        this.clock = clock;
        this.database = database;
        this.desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(database, false));
    }

    @BeforeEach
    void aDeskOfItsOwn() {
        desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(database, false));
    }

    @Test
    void givesTwoOfficersTwoFilesHoweverManyPressAtOnce() throws Exception {
        List<Reader> officers = IntStream.range(0, OFFICERS)
                .mapToObj(number -> official(Role.ONE_STOP_OFFICER, "Công chức " + number))
                .toList();
        for (int i = 0; i < 30; i++) {
            desk.open(Work.THREE_DAYS, "Việc " + i);
        }
        List<Callable<List<String>>> presses = new ArrayList<>();
        for (Reader officer : officers) {
            presses.add(() -> {
                List<String> opened = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    next.open(officer, null).ifPresent(opened::add);
                    passOver(officer);
                }
                return opened;
            });
        }
        List<String> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(OFFICERS)) {
            for (var each : threads.invokeAll(presses)) {
                all.addAll(each.get());
            }
        }

        assertThat(all).hasSize(30).doesNotHaveDuplicates();
        assertThat(database.sql("""
                        select count(*) from casework.work_item
                        where unit = :unit and done_at is null and claimed_by is not null
                        """)
                        .param("unit", desk.unit().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(30);
        assertThat(next.open(official(Role.ONE_STOP_OFFICER, "Công chức cuối"), null))
                .isEmpty();
    }

    /** What an officer holds is not the most urgent any more, so that the next press leads on. */
    private void passOver(Reader officer) {
        database.sql(
                        "update casework.work_item set due_at = due_at + interval '30 days' where claimed_by = :me and done_at is null")
                .param("me", java.util.Objects.requireNonNull(officer.account()).value())
                .update();
    }

    @Test
    void beginsWithTheMostUrgentAndPassesOverWhatIsLookedAt() {
        Reader officer = official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        CaseSummary later = desk.open(Work.THREE_DAYS, "Để sau");
        CaseSummary urgent = desk.open(Work.SAME_DAY, "Gấp");

        Optional<String> first = next.open(officer, null);
        assertThat(first).contains("/desk/cases/" + urgent.id().value());
        assertThat(next.open(officer, null)).isEqualTo(first);
        UUID item = database.sql("select id from casework.work_item where case_file = :case and done_at is null")
                .param("case", urgent.id().value())
                .query(UUID.class)
                .single();
        assertThat(next.open(officer, item))
                .contains("/desk/cases/" + later.id().value());
        Set<String> verbs = new HashSet<>(database.sql("""
                        select verb from casework.event where case_file = :case
                        """)
                .param("case", urgent.id().value())
                .query(String.class)
                .list());
        assertThat(verbs).contains("claimed");
        assertThat(next.open(official(Role.SPECIALIST, "Không phải việc của tôi"), null))
                .isEmpty();
        assertThat(next.open(Reader.ANONYMOUS, null)).isEmpty();
    }

    private Reader official(Role role, String name) {
        return accounts.reader(desk.official(role, name));
    }
}
