package vn.haidang.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.DatabaseRole;
import vn.haidang.ModuleTest;
import vn.haidang.TestDatabase;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Every manipulation is done by the owner of the tables and rolled back after it was found. */
@ModuleTest
class VerificationModuleTests {

    private static final int ENTRIES = 6;
    private static final int ON_BEHALF = 4;

    private final Journal journal;
    private final Sealer sealer;
    private final SealRows seals;
    private final SealFile file;
    private final SealingKey key;
    private final VerifyJournal verb;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final List<UUID> entries = new ArrayList<>();
    private long seal;

    VerificationModuleTests(
            Journal journal,
            Sealer sealer,
            SealRows seals,
            SealFile file,
            SealingKey key,
            VerifyJournal verb,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.journal = journal;
        this.sealer = sealer;
        this.seals = seals;
        this.file = file;
        this.key = key;
        this.verb = verb;
        this.database = database;
        this.transaction = transaction;
    }

    @BeforeEach
    void sealsAFewEntries() {
        transaction.executeWithoutResult(status -> {
            for (var i = 0; i < ENTRIES; i++) {
                var represented = new Subject("registry/business", UUID.randomUUID());
                var actor = i == ON_BEHALF ? Actor.account(UUID.randomUUID()).onBehalfOf(represented) : Actor.SYSTEM;
                entries.add(journal.act(Act.of("registry/corrected", actor)
                                .on(new Subject("registry/person", UUID.randomUUID()))
                                .changed("name", null, "name " + i)
                                .changed("phone", i, null)
                                .because("registry/own-request"))
                        .value());
            }
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            sealer.run();
            return sealed(entries.getLast()) && file.last().equals(seals.last().map(Seal::line));
        });
        seal = database.sql("select l.seal from journal.leaf l where l.entry = :entry")
                .param("entry", entries.getFirst())
                .query(Long.class)
                .single();
    }

    @Test
    void provesAnUntouchedJournal() {
        var out = new ByteArrayOutputStream();

        var exit = verb.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("The journal is whole");
        assertThat(exit).isZero();
    }

    @Test
    void namesAChangedEntry() throws SQLException {
        var changed = entries.get(2);

        var findings = after(owner -> owner.sql("update journal.entry set reason = 'none' where id = :id")
                .param("id", changed)
                .update());

        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.EntryChanged.class, it -> assertThat(it.entry()).isEqualTo(changed));
    }

    @Test
    void namesAnEntryOfWhichTheRepresentedWasChangedOrTakenAway() throws SQLException {
        for (var change : List.of("behalf_id = gen_random_uuid()", "behalf_id = null, behalf_type = null")) {
            var findings = after(owner -> owner.sql("update journal.entry set " + change + " where id = :id")
                    .param("id", entries.get(ON_BEHALF))
                    .update());

            assertThat(findings)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Finding.EntryChanged.class,
                            it -> assertThat(it.entry()).isEqualTo(entries.get(ON_BEHALF)));
        }
    }

    @Test
    void namesAnEntryChangedTogetherWithItsHash() throws SQLException {
        var changed = entries.get(3);

        var findings = after(owner -> owner.sql(
                        "update journal.entry set hash = sha256('forged'), verb = 'registry/read' where id = :id")
                .param("id", changed)
                .update());

        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.EntryChanged.class, it -> assertThat(it.entry()).isEqualTo(changed));
    }

    @Test
    void namesADeletedEntry() throws SQLException {
        var deleted = entries.get(1);

        var findings = after(owner -> owner.sql("delete from journal.entry where id = :id")
                .param("id", deleted)
                .update());

        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.EntryDeleted.class, it -> assertThat(it.entry()).isEqualTo(deleted));
    }

    @Test
    void namesTwoEntriesWhoseContentWasSwapped() throws SQLException {
        var one = entries.get(0);
        var other = entries.get(1);

        var findings = after(
                owner -> owner.sql("""
                        update journal.entry e
                        set subject_ids = o.subject_ids, change_from = o.change_from, change_to = o.change_to, hash = o.hash
                        from journal.entry o
                        where e.id in (:one, :other) and o.id in (:one, :other) and o.id <> e.id
                        """).param("one", one).param("other", other).update());

        assertThat(findings)
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).isInstanceOf(Finding.EntryChanged.class))
                .extracting(it -> ((Finding.EntryChanged) it).entry())
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void namesTheSealWhoseLeavesWereSwapped() throws SQLException {
        var findings = after(owner -> {
            owner.sql("delete from journal.leaf where entry in (:one, :other)")
                    .param("one", entries.get(0))
                    .param("other", entries.get(1))
                    .update();
            owner.sql("""
                    insert into journal.leaf (seal, position, entry, hash)
                    select :seal, free.position, e.id, e.hash
                    from (
                      select p as position, row_number() over (order by p desc) as turn
                      from generate_series(1, (select size from journal.seal where number = :seal)) p
                      where not exists (select from journal.leaf l where l.seal = :seal and l.position = p)) free
                    join (
                      select id, hash, row_number() over (order by id) as turn
                      from journal.entry where id in (:one, :other)) e on e.turn = free.turn
                    """)
                    .param("seal", seal)
                    .param("one", entries.get(0))
                    .param("other", entries.get(1))
                    .update();
        });

        assertThat(findings).containsExactly(new Finding.RootDiffers(seal));
    }

    @Test
    void namesARewrittenSealEvenWhenTheChainWasRecomputed() throws SQLException {
        var findings =
                after(owner -> owner.sql("update journal.seal set at = at - interval '1 day' where number = :seal")
                        .param("seal", seal)
                        .update());

        assertThat(findings)
                .first()
                .isInstanceOfSatisfying(
                        Finding.SealRewritten.class, it -> assertThat(it.seal()).isEqualTo(seal));
    }

    @Test
    void namesASealSignedAnewWithTheRightKeyBecauseTheFileRemembers() throws SQLException {
        var before = seals.find(seal).orElseThrow().body();
        var forged = key.sign(new Seal.Unsigned(
                before.number(),
                before.at().minusSeconds(5),
                before.size(),
                before.through(),
                before.root(),
                before.previousHash(),
                before.key()));

        var findings = after(owner -> owner.sql(
                        "update journal.seal set at = at - interval '5 seconds', signature = :signature where number = :seal")
                .param("signature", forged.signature())
                .param("seal", seal)
                .update());

        assertThat(findings).contains(new Finding.SealRewritten(seal, "the file has another"));
    }

    @Test
    void namesACutTail() throws SQLException {
        var last = seals.last().orElseThrow().number();

        var findings = after(owner -> {
            owner.sql("""
                    delete from journal.entry where id in (select entry from journal.leaf where seal >= :seal)
                    """).param("seal", seal).update();
            owner.sql("delete from journal.leaf where seal >= :seal")
                    .param("seal", seal)
                    .update();
            owner.sql("delete from journal.seal where number >= :seal")
                    .param("seal", seal)
                    .update();
        });

        assertThat(findings).containsExactly(new Finding.TailCut(seal, last));
    }

    @Test
    void namesASealMissingBetweenOthers() throws SQLException {
        sealsAFewEntries();
        sealsAFewEntries();
        var missing = seals.last().orElseThrow().number() - 1;

        var findings = after(owner -> {
            owner.sql("""
                    delete from journal.entry where id in (select entry from journal.leaf where seal = :seal)
                    """).param("seal", missing).update();
            owner.sql("delete from journal.leaf where seal = :seal")
                    .param("seal", missing)
                    .update();
            owner.sql("delete from journal.seal where number = :seal")
                    .param("seal", missing)
                    .update();
        });

        assertThat(findings).containsExactly(new Finding.SealMissing(missing, missing));
    }

    @Test
    void namesAnEntryThatCameInThroughNoDoor() throws SQLException {
        var foreign = UUID.fromString("019d0000-0000-7000-8000-000000000001");

        var findings = after(owner -> owner.sql("""
                        insert into journal.entry (
                          id, at, kind, actor_kind, verb, subject_types, subject_ids, change_fields, change_from, change_to, hash)
                        values (:id, timestamptz '2026-03-18 08:00+07', 'act', 'system', 'registry/corrected',
                          '{}', '{}', '{}', '{}', '{}', sha256('x'))
                        """).param("id", foreign).update());

        assertThat(findings).containsExactly(new Finding.EntryNeverQueued(foreign));
    }

    @Test
    void saysRetiredOfAMonthDetachedAfterItsTerm() throws SQLException {
        try (var connection = TestDatabase.connectAs(DatabaseRole.OWNER)) {
            connection.setAutoCommit(false);
            var owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            owner.sql("alter table journal.term drop constraint term_months_check")
                    .update();
            owner.sql("update journal.term set months = -1200").update();

            var retired = owner.sql("select journal.retire(date '2026-03-01')")
                    .query(Long.class)
                    .single();
            var verification = Verifier.verify(connection, key, file);
            connection.rollback();

            assertThat(verification.findings()).isEmpty();
            assertThat(verification.retired()).isEqualTo(retired).isGreaterThanOrEqualTo(ENTRIES);
        }
    }

    @Test
    void keepsAFileThatIsAheadOfTheTableAndStopsSealing(@TempDir Path folder) throws IOException {
        var last = seals.last().orElseThrow();
        var ahead = key.sign(new Seal.Unsigned(
                last.number() + 1000, last.body().at(), 1, last.body().through(), last.hash(), last.hash(), key.id()));
        var other = new SealFile(folder.resolve("seals.log"));
        other.append(List.of(last, ahead));
        var content = Files.readString(other.path());
        var halted = new Sealer(
                seals,
                other,
                key,
                java.time.Clock.systemUTC(),
                java.util.Objects.requireNonNull(transaction.getTransactionManager()));

        halted.run();

        assertThat(halted.alarm()).hasValueSatisfying(it -> assertThat(it).contains("seal " + ahead.number()));
        assertThat(Files.readString(other.path())).isEqualTo(content);
    }

    @Test
    void appendsWhatTheFileLacksAndDropsAHalfWrittenLine(@TempDir Path folder) throws IOException {
        var path = folder.resolve("seals.log");
        var other = new SealFile(path);
        other.append(seals.after(0, 1));
        Files.writeString(path, Files.readString(path) + "haidang-seal-1 2 17");

        new Sealer(
                        seals,
                        other,
                        key,
                        java.time.Clock.systemUTC(),
                        java.util.Objects.requireNonNull(transaction.getTransactionManager()))
                .run();

        try (var lines = other.lines()) {
            assertThat(lines.limit(seal))
                    .containsExactlyElementsOf(
                            seals.after(0, (int) seal).stream().map(Seal::line).toList());
        }
    }

    private boolean sealed(UUID entry) {
        return database.sql("select exists (select from journal.leaf l where l.entry = :entry)")
                .param("entry", entry)
                .query(Boolean.class)
                .single();
    }

    private interface Manipulation {
        void by(JdbcClient owner);
    }

    private List<Finding> after(Manipulation manipulation) throws SQLException {
        try (Connection connection = TestDatabase.connectAs(DatabaseRole.OWNER)) {
            connection.setAutoCommit(false);
            var owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            owner.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", SealRows.LOCK)
                    .query()
                    .listOfRows();
            await().until(() -> file.last().equals(seals.last().map(Seal::line)));
            try {
                manipulation.by(owner);
                return Verifier.verify(connection, key, file).findings();
            } finally {
                connection.rollback();
            }
        }
    }
}
