package vn.haidang.journal.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;

/**
 * Compares entries with leaves, leaves with seals, seals with each other, with the key and with the file, in one pass over one
 * snapshot and in bounded memory, whatever the size of the journal.
 */
final class Verifier {

    private static final int FETCH = 2_000;

    @Language("SQL")
    private static final String SEALS = """
            select s.number, s.at, s.size, s.through, s.root, s.previous_hash, s.key, s.signature
            from journal.seal s
            order by s.number
            """;

    @Language("SQL")
    private static final String LEAVES = """
            select l.seal, l.position, l.entry, l.hash as leaf_hash,
              r.month is not null as retired,
              e.id, e.at, e.kind, e.actor_kind, e.actor_id, e.behalf_type, e.behalf_id, e.verb, e.subject_types, e.subject_ids,
              e.change_fields, e.change_from, e.change_to, e.reason, e.hash
            from journal.leaf l
            left join journal.entry e on e.id = l.entry
            left join journal.retired r on l.entry >= r.first_id and l.entry < r.before_id
            order by l.seal, l.position
            """;

    @Language("SQL")
    private static final String NEVER_QUEUED = """
            select e.id
            from journal.entry e
            where not exists (select from journal.leaf l where l.entry = e.id)
              and not exists (select from journal.unsealed u where u.entry = e.id)
            """;

    @Language("SQL")
    private static final String WAITING = """
            select u.entry, e.id, e.at, e.kind, e.actor_kind, e.actor_id, e.behalf_type, e.behalf_id, e.verb, e.subject_types, e.subject_ids,
              e.change_fields, e.change_from, e.change_to, e.reason, e.hash
            from journal.unsealed u
            left join journal.entry e on e.id = u.entry
            """;

    private final Connection connection;
    private final SealingKey key;
    private final SealFile file;
    private final List<Finding> findings = new ArrayList<>();
    private long found;
    private long entries;
    private long retired;
    private long waiting;

    private Verifier(Connection connection, SealingKey key, SealFile file) {
        this.connection = connection;
        this.key = key;
        this.file = file;
    }

    /** The connection must be in a transaction of one snapshot that has not yet read anything. */
    static Verification verify(Connection connection, SealingKey key, SealFile file) throws SQLException {
        var verifier = new Verifier(connection, key, file);
        return verifier.verify();
    }

    private Verification verify() throws SQLException {
        long seals;
        try (var lines = new SealLines(file, this::report)) {
            seals = chain(lines);
        }
        waiting();
        neverQueued();
        return new Verification(seals, entries, retired, waiting, findings, found);
    }

    private long chain(SealLines lines) throws SQLException {
        long count = 0;
        var chain = new SealChain(key, lines, this::report);
        try (var sealRows = open(SEALS);
                var seals = sealRows.executeQuery();
                var leafRows = open(LEAVES);
                var leaves = leafRows.executeQuery()) {
            var atLeaf = leaves.next();
            while (seals.next()) {
                var seal = SealRows.seal(seals, 0);
                count++;
                chain.next(seal);
                while (atLeaf && leaves.getLong("seal") < seal.number()) {
                    check(leaves);
                    atLeaf = leaves.next();
                }
                atLeaf = batch(seal, leaves, atLeaf);
            }
            while (atLeaf) {
                check(leaves);
                atLeaf = leaves.next();
            }
            chain.end();
        }
        return count;
    }

    private boolean batch(Seal seal, ResultSet leaves, boolean first) throws SQLException {
        var tree = new MerkleRoot();
        var atLeaf = first;
        var position = 1;
        while (atLeaf && leaves.getLong("seal") == seal.number()) {
            for (; position < leaves.getInt("position"); position++) {
                report(new Finding.LeafMissing(seal.number(), position));
            }
            position = leaves.getInt("position") + 1;
            tree.add(leaves.getBytes("leaf_hash"));
            check(leaves);
            atLeaf = leaves.next();
        }
        for (; position <= seal.body().size(); position++) {
            report(new Finding.LeafMissing(seal.number(), position));
        }
        if (tree.size() > 0 && !Arrays.equals(tree.root(), seal.body().root())) {
            report(new Finding.RootDiffers(seal.number()));
        }
        return atLeaf;
    }

    private void check(ResultSet leaf) throws SQLException {
        var seal = leaf.getLong("seal");
        var position = leaf.getInt("position");
        var entry = leaf.getObject("entry", UUID.class);
        if (leaf.getObject("id") != null) {
            entries++;
            if (!intact(leaf, leaf.getBytes("leaf_hash"))) {
                report(new Finding.EntryChanged(entry, seal, position));
            }
        } else if (leaf.getBoolean("retired")) {
            retired++;
        } else {
            report(new Finding.EntryDeleted(entry, seal, position));
        }
    }

    private static boolean intact(ResultSet row, byte[] sealed) throws SQLException {
        return Arrays.equals(Canonical.hash(EntryRows.entry(row)), sealed)
                && Arrays.equals(row.getBytes("hash"), sealed);
    }

    private void waiting() throws SQLException {
        try (var statement = open(WAITING);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var entry = rows.getObject("entry", UUID.class);
                if (rows.getObject("id") == null) {
                    report(new Finding.QueuedEntryDeleted(entry));
                    continue;
                }
                waiting++;
                if (!intact(rows, rows.getBytes("hash"))) {
                    report(new Finding.EntryChanged(entry, 0, 0));
                }
            }
        }
    }

    private void neverQueued() throws SQLException {
        try (var statement = open(NEVER_QUEUED);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                report(new Finding.EntryNeverQueued(rows.getObject("id", UUID.class)));
            }
        }
    }

    private PreparedStatement open(@Language("SQL") String query) throws SQLException {
        var statement = connection.prepareStatement(query);
        statement.setFetchSize(FETCH);
        return statement;
    }

    private void report(Finding finding) {
        found++;
        if (findings.size() < Verification.NAMED) {
            findings.add(finding);
        }
    }
}
