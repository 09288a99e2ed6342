package vn.haidang.organization.internal.boundary;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.Boundaries.BoundaryFile;
import vn.haidang.organization.Boundaries.Outcome;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.internal.Revisions;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.ui.Problem;

/** Imports a file of boundaries as a whole, in one transaction and with bounded memory. */
@Component
public class BoundaryImport {

    private final UnitTrees trees;
    private final BoundaryRows rows;
    private final Revisions revisions;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    BoundaryImport(
            UnitTrees trees,
            BoundaryRows rows,
            Revisions revisions,
            Journal journal,
            TransactionOperations transactions,
            Clock clock) {
        this.trees = trees;
        this.rows = rows;
        this.revisions = revisions;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome run(BoundaryFile file, Actor actor, IntConsumer progress) throws IOException {
        var sha256 = sha256(file);
        if (rows.known(sha256, file.on())) {
            return new Outcome(0, 0, 0, false);
        }
        try {
            var outcome = transactions.execute(status -> take(file, sha256, actor, progress));
            return outcome == null ? new Outcome(0, 0, 0, false) : outcome;
        } catch (GeoJsonStream.Unreadable e) {
            throw Problem.of("organization/boundary-refused", 422, e.feature(), e.messageKey())
                    .exception();
        }
    }

    private Outcome take(BoundaryFile file, String sha256, Actor actor, IntConsumer progress) {
        var set = UuidCreator.getTimeOrderedEpoch(clock.instant());
        var units = new FeatureUnits(trees.fresh(), file.on(), file.property());
        Set<UnitId> taken = new HashSet<>();
        rows.begin(set, file.on(), file.source(), sha256);
        int features;
        try (var in = file.file().open()) {
            features = GeoJsonStream.read(in, feature -> {
                units.find(feature.properties())
                        .filter(unit -> !feature.outline().empty())
                        .ifPresent(unit -> {
                            if (!taken.add(unit.id())) {
                                throw new GeoJsonStream.Unreadable(feature.number(), "organization.boundary.twice");
                            }
                            rows.store(unit.id(), feature.outline(), set);
                        });
                progress.accept(feature.number());
            });
        } catch (IOException e) {
            throw new GeoJsonStream.Unreadable(0, "organization.boundary.unreadable");
        }
        if (taken.isEmpty()) {
            throw new GeoJsonStream.Unreadable(features, "organization.boundary.no-unit");
        }
        rows.end(set, taken.size());
        revisions.next();
        journal.act(Act.of("organization/boundaries-imported", actor)
                .on(new Subject("organization/boundary-set", set))
                .changed("sha256", null, sha256));
        return new Outcome(features, taken.size(), features - taken.size(), true);
    }

    private static String sha256(BoundaryFile file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(file.file().open(), digest)) {
                var block = new byte[65536];
                int read = in.read(block);
                while (read >= 0) {
                    read = in.read(block);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
