package vn.haidang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.ui.PageRequest;

@ModuleTest
class JournalModuleTests {

    private final Journal journal;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final MovableClock clock;

    JournalModuleTests(Journal journal, JdbcClient database, TransactionTemplate transaction, MovableClock clock) {
        this.journal = journal;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Test
    void keepsReferencesAndHashesButNeverValues() {
        var subject = new Subject("registry/person", UUID.randomUUID());
        var act = Act.of("registry/corrected", Actor.SYSTEM)
                .on(subject)
                .changed("name", null, "Nguyễn Thị Sáo")
                .changed("phone", "0912345678", null);

        var id = inTransaction(act);

        var row = database.sql("select e::text from journal.entry e where e.id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        assertThat(row).contains("registry/corrected", subject.id().toString(), "phone");
        assertThat(row).doesNotContain("Sáo", "0912345678");
    }

    @Test
    void namesBothWhoActsAndInWhoseName() {
        var business = new Subject("registry/business", UUID.randomUUID());
        var actor = Actor.account(UUID.randomUUID()).onBehalfOf(business);
        var child = new Subject("registry/person", UUID.randomUUID());

        var id = inTransaction(Act.of("registry/corrected", actor).on(child));
        journal.read(actor, "publicservice/prefill", List.of(child));

        assertThat(count(
                        "select count(*) from journal.entry where id = :id and actor_id is not null and behalf_id is not null",
                        id.value()))
                .isOne();
        assertThat(journal.readsOf(child, PageRequest.first(1))
                        .rows()
                        .getFirst()
                        .reader())
                .isEqualTo(actor);
        assertThatThrownBy(() -> Actor.SYSTEM.onBehalfOf(business)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnActOutsideItsTransaction() {
        var act = Act.of("registry/corrected", Actor.SYSTEM);

        assertThatThrownBy(() -> journal.act(act)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetsAnEntryWhoseActIsRolledBack() {
        var id = transaction.execute(status -> {
            status.setRollbackOnly();
            return journal.act(Act.of("registry/corrected", Actor.SYSTEM));
        });

        assertThat(count("select count(*) from journal.entry where id = :id", id.value()))
                .isZero();
        assertThat(count("select count(*) from journal.unsealed where entry = :id", id.value()))
                .isZero();
    }

    @Test
    void tellsWhoReadAboutASubjectNewestFirst() {
        var subject = new Subject("registry/person", UUID.randomUUID());
        var other = new Subject("registry/person", UUID.randomUUID());
        var officer = Actor.account(UUID.randomUUID());

        journal.read(officer, "casework/handling", List.of(subject, other));
        clock.moveBy(Duration.ofMinutes(1));
        journal.read(Actor.ANONYMOUS, "publicservice/prefill", List.of(subject));

        var readings = journal.readsOf(subject, PageRequest.first(10));
        assertThat(readings.total()).isEqualTo(2);
        assertThat(readings.rows())
                .extracting(Reading::purpose)
                .containsExactly("publicservice/prefill", "casework/handling");
        assertThat(readings.rows().getLast().reader()).isEqualTo(officer);
    }

    @Test
    void countsAndPagesLooksAndNotTheReadingsTheyAreMadeOf() {
        var dossier = new Subject("casework/case", UUID.randomUUID());
        var same = new Subject("publicservice/application", UUID.randomUUID());
        var other = new Subject("casework/case", UUID.randomUUID());
        var own = Map.of(dossier, "A", same, "A", other, "B");
        var officer = Actor.account(UUID.randomUUID());
        var clerk = Actor.account(UUID.randomUUID());
        clock.moveTo(clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
        journal.read(officer, "casework/desk", List.of(other));
        clock.moveBy(Duration.ofMinutes(1));
        for (int part = 0; part < 3; part++) {
            journal.read(officer, "casework/desk", List.of(dossier));
            journal.read(clerk, "casework/inbox", List.of(dossier));
            journal.read(officer, "publicservice/content", List.of(same));
        }

        var first = journal.looksOf(own, null, new PageRequest(1, 2));
        var second = journal.looksOf(own, null, new PageRequest(2, 2));

        assertThat(first.total()).isEqualTo(3);
        assertThat(first.rows())
                .extracting(look -> look.latest().reading().reader())
                .containsExactly(officer, clerk);
        assertThat(first.rows().getFirst().purposes())
                .containsExactlyInAnyOrder("casework/desk", "publicservice/content");
        assertThat(first.rows().getFirst().latest().subjects()).containsExactlyInAnyOrder(dossier, same);
        assertThat(second.rows())
                .singleElement()
                .satisfies(look -> assertThat(look.latest().subjects()).containsExactly(other));
        assertThat(journal.looksOf(own, officer.id(), PageRequest.first(5)).total())
                .isOne();
    }

    @Test
    void takesEntriesOfAnyMonthTheClockReaches() {
        clock.moveBy(Duration.ofDays(3000));

        var id = inTransaction(Act.of("registry/corrected", Actor.SYSTEM));

        assertThat(count("select count(*) from journal.entry where id = :id", id.value()))
                .isOne();
    }

    @Test
    void erasesTheSaltsOfASubjectAndKeepsTheEntries() {
        var subject = new Subject("registry/person", UUID.randomUUID());
        var id = inTransaction(
                Act.of("registry/corrected", Actor.SYSTEM).on(subject).changed("name", "An", "Ân"));

        assertThat(journal.forget(subject)).isOne();

        assertThat(count("select count(*) from journal.salt where entry = :id", id.value()))
                .isZero();
        assertThat(count("select count(*) from journal.entry where id = :id", id.value()))
                .isOne();
    }

    private EntryId inTransaction(Act act) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> journal.act(act)));
    }

    private long count(String query, UUID id) {
        return database.sql(query).param("id", id).query(Long.class).single();
    }
}
