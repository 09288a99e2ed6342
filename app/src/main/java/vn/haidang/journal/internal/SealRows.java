package vn.haidang.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code journal.seal} and {@code journal.leaf}. */
@Component
public class SealRows {

    /** The sealer's place among the advisory locks. */
    static final long LOCK = 0x6a6f75726e616cL;

    /** An entry taken from the queue. */
    record Taken(UUID entry, byte[] hash) {}

    @Language("SQL")
    private static final String TAKE = """
            with taken as (
              delete from journal.unsealed u
              where u.entry in (
                select q.entry
                from journal.unsealed q
                where exists (select from journal.entry e where e.id = q.entry)
                order by q.entry
                limit :most)
              returning u.entry
            )
            select e.id, e.hash
            from taken t
            join journal.entry e on e.id = t.entry
            order by e.id
            """;

    @Language("SQL")
    private static final String ADD_LEAVES = """
            insert into journal.leaf (seal, position, entry, hash)
            select :seal, l.position, l.entry, l.hash
            from unnest(cast(:entries as uuid[]), cast(:hashes as bytea[])) with ordinality as l (entry, hash, position)
            """;

    private final JdbcClient database;

    SealRows(JdbcClient database) {
        this.database = database;
    }

    boolean tryLock() {
        return database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    List<Taken> take(int most) {
        return database.sql(TAKE)
                .param("most", most)
                .query((row, number) -> new Taken(row.getObject("id", UUID.class), row.getBytes("hash")))
                .list();
    }

    Optional<Seal> last() {
        return seals("order by s.number desc limit 1").query(SealRows::seal).optional();
    }

    Optional<Seal> find(long number) {
        return seals("where s.number = :number")
                .param("number", number)
                .query(SealRows::seal)
                .optional();
    }

    List<Seal> after(long number, int most) {
        return seals("where s.number > :number order by s.number limit :most")
                .param("number", number)
                .param("most", most)
                .query(SealRows::seal)
                .list();
    }

    /** The latest seals, newest first. */
    public List<Seal> latest(int most) {
        return seals("order by s.number desc limit :most")
                .param("most", most)
                .query(SealRows::seal)
                .list();
    }

    /** How many entries wait for their seal. */
    public long waiting() {
        return database.sql("select count(*) from journal.unsealed")
                .query(Long.class)
                .single();
    }

    void add(Seal seal, List<Taken> leaves) {
        database.sql("""
                insert into journal.seal (number, at, size, through, root, previous_hash, key, signature)
                values (:number, :at, :size, :through, :root, :previousHash, :key, :signature)
                """)
                .param("number", seal.number())
                .param("at", OffsetDateTime.ofInstant(seal.body().at(), ZoneOffset.UTC))
                .param("size", seal.body().size())
                .param("through", seal.body().through())
                .param("root", seal.body().root())
                .param("previousHash", seal.body().previousHash())
                .param("key", seal.body().key())
                .param("signature", seal.signature())
                .update();
        database.sql(ADD_LEAVES)
                .param("seal", seal.number())
                .param(
                        "entries",
                        leaves.stream().map(leaf -> leaf.entry().toString()).toArray(String[]::new))
                .param("hashes", leaves.stream().map(Taken::hash).toArray(byte[][]::new))
                .update();
    }

    static Seal seal(ResultSet row, int rowNumber) throws SQLException {
        return new Seal(
                new Seal.Unsigned(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("size"),
                        row.getLong("through"),
                        row.getBytes("root"),
                        row.getBytes("previous_hash"),
                        row.getString("key")),
                row.getBytes("signature"));
    }

    private JdbcClient.StatementSpec seals(String rest) {
        return database.sql("""
                select s.number, s.at, s.size, s.through, s.root, s.previous_hash, s.key, s.signature
                from journal.seal s
                """ + rest);
    }
}
